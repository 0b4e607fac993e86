using Homeward.Reference;
using Homeward.Submissions;
using Homeward.Submissions.Checking;
using Homeward.Submissions.Rules;
using Homeward.Synthetic.Defects;
using Homeward.Synthetic.Extract;
using Homeward.Synthetic.Sized;
using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Tests.Defects;

public class DefectInjectorTests
{
    /// <summary>Rules that no generator can break, each with the reason.</summary>
    static readonly Dictionary<string, string> Unbreakable = new()
    {
        ["SUB010"] = "A file that comes after its upload was judged: only time makes it, and whatever is written together is judged together.",
    };

    [Fact]
    public void Rules_OfTheCatalogue_EachHaveADefect()
    {
        var broken = DefectInjector.Rules.ToHashSet();

        Assert.Equal(RuleCatalogue.All.Select(rule => rule.Id).Order(), broken.Concat(Unbreakable.Keys).Order());
    }

    [Theory]
    [InlineData(1, 0.1)]
    [InlineData(2, 0.1)]
    [InlineData(3, 0.02)]
    public void Check_BrokenSubmissions_FindsExactlyWhatWasBroken(int seed, double share)
    {
        var request = new SizedRequest(2, 8, 700, seed, share) { Last = new(2024, 6) };

        var rules = new HashSet<string>();
        foreach (var (judged, upload) in Judge(request))
        {
            var expected = upload.Defects.Where(defect => !RuleCatalogue.Find(defect.Rule).Regional).ToList();
            var rejecting = expected.Any(defect => RuleCatalogue.Find(defect.Rule).Severity == Severity.File);
            Assert.Equal(rejecting ? Verdict.Rejected : Verdict.Accepted, judged.Verdict);
            var wanted = expected.Select(defect => (defect.Table, defect.Line, defect.Rule)).Order().ToList();
            var found = judged.Findings.Kept.Select(finding => (finding.Table, finding.Line, finding.Rule)).Order().ToList();
            Assert.True(wanted.SequenceEqual(found), $"{judged.Identity}: missed {Text(wanted.Except(found))}; false alarms {Text(found.Except(wanted))}");
            rules.UnionWith(upload.Defects.Select(defect => defect.Rule));
        }

        Assert.Equal(DefectInjector.Rules.Distinct().Order(), rules.Order());
    }

    /// <summary>Not even that a table has grown or shrunk since the month before.</summary>
    [Theory]
    [InlineData(2, 12, 20)]
    [InlineData(2, 12, 60)]
    [InlineData(3, 12, 300)]
    [InlineData(12, 4, 300)]
    [InlineData(1, 12, 2000)]
    public void Check_CleanSubmissions_FindsNothingAtAll(int providers, int months, int rows)
    {
        for (var seed = 1; seed <= 4; seed++)
        {
            foreach (var (judged, _) in Judge(new SizedRequest(providers, months, rows, seed)))
                Assert.True(judged.Findings.Kept.Count == 0, $"seed {seed}, {judged.Identity}: {Text(judged.Findings.Kept.Select(f => (f.Table, f.Line, f.Rule)))}");
        }
    }

    [Fact]
    public void Write_WithDefects_ListsEachWithItsLineAndRule()
    {
        var folder = Directory.CreateTempSubdirectory("synthetic").FullName;
        try
        {
            SizedWriter.Write(new SizedRequest(2, 2, 100, Defects: 0.05), folder);

            var lines = File.ReadAllLines(Path.Combine(folder, "defects.csv"));
            Assert.Equal("provider,period,upload,table,line,rule,follows", lines[0]);
            Assert.True(lines.Count(line => line.EndsWith(",N", StringComparison.Ordinal) && line.Contains(",monthly,", StringComparison.Ordinal)) >= 2 * 2 * 5);
            Assert.Equal(2 * 2, lines.Where(line => line.Contains(",broken-", StringComparison.Ordinal)).Select(line => line.Split(',')[..3]).DistinctBy(upload => string.Join('/', upload)).Count());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static IEnumerable<(CheckedSubmission Judged, BrokenUpload Upload)> Judge(SizedRequest request)
    {
        var world = new SizedWorld(request);
        var reference = ReferenceData.Load(ReferenceFiles.Of(world.Landscape));
        for (var provider = 0; provider < request.Providers; provider++)
        {
            var uploads = Uploads(request, world, provider);
            IReadOnlyDictionary<string, int>? before = null;
            for (var month = request.First; month <= request.Last; month += 1)
            {
                IReadOnlyDictionary<string, int>? rows = null;
                foreach (var upload in uploads(month))
                {
                    var judged = SubmissionCheck.Run(
                        new SubmissionIdentity(world.Trusts[provider].Code, month, upload.Name),
                        [.. upload.Files.Where(file => Path.GetExtension(file.Key) != ".zip").Select(file => new SubmissionFile(file.Key, file.Value.Length, () => new MemoryStream(file.Value)))],
                        new CheckContext(reference, new DateTimeOffset((month + 1).FirstDay.AddDays(9), new TimeOnly(10, 0), TimeSpan.Zero), RowsLastMonth: before)
                        {
                            PackageFault = upload.Files.Keys.Any(name => Path.GetExtension(name) == ".zip") ? new("submission.zip", "It is no zip.") : null,
                        });
                    rows = judged.Tables.Where(table => table.Present).ToDictionary(table => table.Spec.Name, table => table.Read);
                    yield return (judged, upload);
                }

                before = rows;
            }
        }
    }

    static Func<Homeward.Columns.Month, IReadOnlyList<BrokenUpload>> Uploads(SizedRequest request, SizedWorld world, int provider)
    {
        if (request.Defects > 0)
            return new SizedDefects(request, world, provider).Of;
        var records = new ProviderRecords(
            world.Trusts[provider], world.WardsOf[provider], new SizedStory(request, world, provider).Book, request.First, request.Last);
        return month => [new(SizedUpload.Name, SizedUpload.Clean(records, month), [])];
    }

    static string Text(IEnumerable<(string Table, int? Line, string Rule)> findings) => string.Join(' ', findings.Take(12));
}
