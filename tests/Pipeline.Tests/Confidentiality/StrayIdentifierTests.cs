using Homeward.Columns;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Tests.Packages;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.Pipeline.Tests.Confidentiality;

/// <summary>Identifiers in columns, headers, names and packages where nobody looks for them, searched in every byte of the lake.</summary>
public sealed class StrayIdentifierTests : IDisposable
{
    static readonly Month August = new(2025, 8);
    static readonly DateTime Monday = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);
    static readonly string[] Markers = [StrayUpload.NhsNumber, StrayUpload.SmallNumber, "SG180QQ", "19710317", "17031971"];

    readonly SmallWorld world = new SmallWorld().Reference(("settings.json", """{ "rejectionShare": 1 }"""));

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task WholePipeline_IdentifiersInOtherColumns_ReachNothingButLanding()
    {
        var lake = new SmallLake(world);
        new SmallUpload("RWR", August - 1, "first", Monday.AddMonths(-1), people: 8).WriteTo(world.Landing);
        new SmallUpload("RYK", August, "first", Monday, people: 8, placed: 5).WriteTo(world.Landing);
        StrayUpload.Of(August, Monday).WriteTo(world.Landing);
        var rejected = StrayUpload.Rejected(August, Monday).ToList();
        rejected.ForEach(upload => upload.WriteTo(world.Landing));
        var folder = Directory.CreateDirectory(Path.Combine(world.Landing, "RWR", "2025-08", "zipped")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, $"{StrayUpload.NhsNumber}.zip"), new ZipBuilder().With($"a/b/{StrayUpload.NhsNumber}.csv").Build());
        await File.WriteAllBytesAsync(folder + "2.zip", new ZipBuilder().With($"..{StrayUpload.Postcode}.csv").Build());

        var report = await lake.RunAll();
        await lake.Rebuild();

        var strays = report.Ingested.Single(result => result.Row.Upload == "strays").Row;
        Assert.Equal(LedgerState.Published, strays.State);
        Assert.True(strays.Tables["referrals"].Accepted > 30, "most rows of referrals stand, or nothing is shown");
        Assert.All(strays.Tables.Where(table => table.Key != "submission"), table => Assert.InRange(table.Value.Accepted, 2, int.MaxValue));
        Assert.Equal("strays", await lake.Current("RWR", August));
        Assert.Equal(rejected.Count + 2, report.Ingested.Count(result => result.Row.State == LedgerState.Rejected) + Accepted(report.Ingested.Select(result => result.Row)));
        var files = Directory.GetFiles(lake.Folder, "*", SearchOption.AllDirectories);
        Assert.All(["curated", "restricted", "casework", "marts", "feedback"], zone => Assert.Contains(
            files, file => file.StartsWith(Path.Combine(lake.Folder, zone), StringComparison.Ordinal) && SearchableText.Of(file).Contains("AA999AA", StringComparison.Ordinal)));
        Assert.Contains(files, file => file.Contains("worklist", StringComparison.Ordinal));
        Assert.Contains(files, file => file.EndsWith("region.csv", StringComparison.Ordinal));
        Assert.All(files, file => Assert.Equal([], Found(file)));
    }

    /// <summary>Where the identifier stands in a column that takes any text, the manifest is as good as before.</summary>
    static int Accepted(IEnumerable<SubmissionRow> rows) =>
        rows.Count(row => row.Upload.StartsWith("manifest-", StringComparison.Ordinal) && row.State is LedgerState.Published or LedgerState.Unchanged);

    static IEnumerable<string> Found(string file)
    {
        var packed = SearchableText.Packed(SearchableText.Of(file));
        return Markers.Where(marker => packed.Contains(marker, StringComparison.OrdinalIgnoreCase));
    }
}
