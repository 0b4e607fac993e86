using Homeward.Columns;
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
    [Theory]
    [InlineData(1, 0.1)]
    [InlineData(2, 0.1)]
    [InlineData(3, 0.02)]
    public void Check_BrokenSubmissions_FindsExactlyWhatWasBroken(int seed, double share)
    {
        var request = new SizedRequest(2, 8, 700, seed, share) { Last = new Month(2024, 6) };

        var rules = new HashSet<string>();
        foreach (var (judged, defects) in Judge(request))
        {
            Assert.Equal(Verdict.Accepted, judged.Verdict);
            var expected = defects.Select(defect => (defect.Table, defect.Line, defect.Rule)).Order().ToList();
            var found = judged.Findings.Kept.Select(finding => (finding.Table, finding.Line, finding.Rule)).Order().ToList();
            Assert.True(expected.SequenceEqual(found), $"{judged.Identity}: missed {Text(expected.Except(found))}; false alarms {Text(found.Except(expected))}");
            rules.UnionWith(defects.Select(defect => defect.Rule));
        }

        Assert.Equal(DefectInjector.Kinds.Select(kind => kind.Rule).Distinct().Order(), rules.Order());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public void Check_CleanSubmissions_FindsNothingAtAll(int seed)
    {
        foreach (var (judged, _) in Judge(new SizedRequest(2, 6, 300, seed) { Last = new Month(2024, 6) }))
            Assert.True(judged.Findings.Kept.Count == 0, $"{judged.Identity}: {Text(judged.Findings.Kept.Select(f => (f.Table, f.Line, f.Rule)))}");
    }

    [Fact]
    public void Kinds_OfDefects_CoverEveryRuleThatLooksAtRowsOfOneSubmission()
    {
        var rules = RuleCatalogue.All.Where(rule => !rule.Regional && !rule.Id.StartsWith("SUB", StringComparison.Ordinal)).Select(rule => rule.Id);

        Assert.Equal(rules.Order(), DefectInjector.Kinds.Select(kind => kind.Rule).Distinct().Order());
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
            Assert.True(lines.Count(line => line.EndsWith(",N", StringComparison.Ordinal)) >= 2 * 2 * 5);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static IEnumerable<(CheckedSubmission Judged, IReadOnlyList<InjectedDefect> Defects)> Judge(SizedRequest request)
    {
        var world = new SizedWorld(request);
        var reference = ReferenceData.Load(ReferenceFiles.Of(world.Landscape));
        for (var provider = 0; provider < request.Providers; provider++)
        {
            var records = new ProviderRecords(
                world.Trusts[provider], world.WardsOf[provider], new SizedStory(request, world, provider).Book, request.First, request.Last);
            for (var month = request.First; month <= request.Last; month += 1)
            {
                var (files, defects) = request.Defects == 0
                    ? (SizedUpload.Clean(records, month), [])
                    : SizedUpload.Broken(request, world, provider, records, month);
                var judged = SubmissionCheck.Run(
                    new SubmissionIdentity(records.Provider.Code, month, "monthly"),
                    [.. files.Select(file => new SubmissionFile(file.Key, file.Value.Length, () => new MemoryStream(file.Value)))],
                    new CheckContext(reference, new DateTimeOffset((month + 1).FirstDay.AddDays(9), new TimeOnly(10, 0), TimeSpan.Zero)));
                yield return (judged, defects);
            }
        }
    }

    static string Text(IEnumerable<(string Table, int? Line, string Rule)> findings) => string.Join(' ', findings.Take(12));
}
