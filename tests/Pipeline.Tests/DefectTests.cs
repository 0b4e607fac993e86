using Homeward.Lake;
using Homeward.Lake.Folder;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Compute;
using Homeward.Pipeline.Ingest;
using Homeward.Reference;
using Homeward.Submissions.Curated;
using Homeward.Submissions.Rules;
using Homeward.Synthetic.Sized;

namespace Homeward.Pipeline.Tests;

/// <summary>What a broken region must be told, and a clean one must not: <c>findings.csv</c> and <c>region.csv</c> against the generator's list.</summary>
public sealed class DefectTests : IDisposable
{
    static readonly string[] RegionRules = [.. RuleCatalogue.All.Where(rule => rule.Regional).Select(rule => rule.Id)];

    readonly string folder = Directory.CreateTempSubdirectory("defects").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    sealed record Told(string Provider, string Period, string File, string Table, string Line, string Rule);

    [Theory]
    [InlineData(1, 3, 0.05)]
    [InlineData(2, 3, 0.06)]
    [InlineData(3, 2, 0.1)]
    public async Task Run_BrokenRegion_TellsExactlyWhatWasBroken(int seed, int providers, double share)
    {
        await Run(new SizedRequest(providers, 7, 400, seed, share));

        var expected = Rows(Path.Combine(folder, "defects.csv"))
            .Select(row => new Told(row["provider"], row["period"], RegionRules.Contains(row["rule"]) ? "region.csv" : row["upload"], row["table"], row["line"], row["rule"]))
            .ToList();
        var told = Feedback().ToList();
        var (missed, alarms) = (Less(expected, told), Less(told, expected));
        Assert.True(missed.Count + alarms.Count == 0, $"missed {missed.Count}: {string.Join(' ', missed.Take(8))}; false alarms {alarms.Count}: {string.Join(' ', alarms.Take(8))}");
        Assert.Empty(RuleCatalogue.All.Select(rule => rule.Id).Except(told.Select(one => one.Rule)).Except(["SUB010"]));
    }

    [Theory]
    [InlineData(1, 3, 200)]
    [InlineData(2, 2, 60)]
    [InlineData(3, 12, 100)]
    public async Task Run_CleanRegion_TellsNothing(int seed, int providers, int rows)
    {
        var report = await Run(new SizedRequest(providers, 5, rows, seed));

        Assert.All(report.Ingested, ingested => Assert.Equal(LedgerState.Published, ingested.Row.State));
        Assert.Empty(Feedback());
        Assert.Equal(providers * 5, Directory.GetFiles(Path.Combine(folder, "lake", "feedback"), "region.csv", SearchOption.AllDirectories).Length);
    }

    async Task<RunReport> Run(SizedRequest request)
    {
        SizedWriter.Write(request, folder);
        var (lake, landing) = (Path.Combine(folder, "lake"), Path.Combine(folder, "landing"));
        var store = new FolderLake(lake, elsewhere: new Dictionary<Zone, string> { [Zone.Landing] = landing }, durable: false);
        var ledger = new FolderLedger(lake, durable: false);
        var reference = ReferenceData.Load(Directory.EnumerateFiles(Path.Combine(folder, "reference")).ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes));
        var ingest = new IngestJob(store, ledger, reference, PseudonymKeys.Demo, new("test") { ReceivedBy = ReceivedBy.Manifest });
        var found = await LocalLanding.Find(store, landing);
        Assert.Empty(found.PassedOver);
        Assert.Equal(SizedWriter.Uploads(request), found.Uploads.Count);
        return await new WholeRun(ingest, new ComputeJob(store, ledger, reference, new CuratedTables(store)), ledger).Run(found.Uploads);
    }

    IEnumerable<Told> Feedback()
    {
        var feedback = Path.Combine(folder, "lake", "feedback");
        foreach (var file in Directory.EnumerateFiles(feedback, "*.csv", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) is "findings.csv" or "region.csv"))
        {
            var path = Path.GetRelativePath(feedback, file).Split(Path.DirectorySeparatorChar);
            foreach (var row in Rows(file))
                yield return new(path[0], path[1], path[2], row["table"], row["line"], row["rule"]);
        }
    }

    // Only the message, which is last, is ever quoted.
    static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(file);
        var header = lines[0].Split(',');
        return lines.Skip(1).Select(line => header.Zip(line.Split(',')).ToDictionary(field => field.First, field => field.Second));
    }

    /// <summary>What one list has more often than the other.</summary>
    static List<Told> Less(IEnumerable<Told> from, IEnumerable<Told> other)
    {
        var counts = other.CountBy(told => told).ToDictionary();
        return [.. from.Where(told => (counts[told] = counts.GetValueOrDefault(told) - 1) < 0)];
    }
}
