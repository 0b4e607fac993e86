using System.Globalization;
using Homeward.Columns;
using Homeward.Lake;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.Pipeline.Tests.Compute;

/// <summary>K26 by hand: 40 people of RWR, six of whose spells have no start and take their ward stays along; 30 of RYK without fault.</summary>
public sealed class DataQualityTests : IDisposable
{
    const string Path = "/data_quality/period=2025-08/data.parquet";

    static readonly Month August = new(2025, 8);
    static readonly DateTime Monday = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);

    readonly SmallWorld world = new();
    readonly SmallLake lake;

    public DataQualityTests() => lake = new(world);

    public void Dispose() => world.Dispose();

    [Theory]
    [InlineData("RWR", "spells", "StartDateHospProvSpell", "valid", "34", "35")]
    [InlineData("RWR", "spells", "StartDateHospProvSpell", "missing", "6", "5")]
    [InlineData("RWR", "spells", "StartDateHospProvSpell", "default", "no row", "no row")] // 0 is told of totals only
    [InlineData("RWR", "patients", "GenderIDCode", "valid", "40", "40")]
    [InlineData("RYK", "patients", "GenderIDCode", "valid", "30", "30")]
    [InlineData("RWR", null, null, "pct_rejected", "7.41", "7")] // 12 of 162: the manifest is a row, as in summary.json
    [InlineData("RWR", null, null, "findings_per_1000", "80.25", "suppressed")] // 13 of 162: with the exact total it would tell RYK's
    [InlineData("RWR", null, null, "nights_hidden", "186", "185")] // 6 x 31
    [InlineData("RYK", null, null, "pct_rejected", "0", "suppressed")]
    [InlineData("RYK", null, null, "nights_hidden", "no row", "no row")]
    [InlineData(null, "patients", "GenderIDCode", "valid", "70", "70")]
    [InlineData(null, "spells", "StartDateHospProvSpell", "missing", "6", "6")]
    [InlineData(null, "spells", "StartDateHospProvSpell", "default", "0", "0")]
    [InlineData(null, null, null, "pct_rejected", "4.23", "4.23")] // 12 of 284
    [InlineData(null, null, null, "nights_hidden", "186", "186")]
    public async Task Run_ProvidersAndTotals_AreTheFiguresMadeByHand(string? provider, string? table, string? field, string split, string exact, string told)
    {
        await TakeBoth();
        await lake.Compute.Run(August);
        foreach (var collaborative in (string[])["OUR", "ALL"])
        {
            Assert.Equal(exact, await Told($"restricted{Path}", collaborative, provider, table, field, split));
            Assert.Equal(told, await Told($"marts{Path}", collaborative, provider, table, field, split));
        }
    }

    [Fact]
    public async Task Run_Again_GivesTheSameBytes()
    {
        await TakeBoth();
        await lake.Compute.Run(August);
        var before = (await lake.Store.Get(LakePath.Parse($"marts{Path}")))!.Bytes;
        await lake.Compute.Again(August);
        Assert.Equal(before, (await lake.Store.Get(LakePath.Parse($"marts{Path}")))!.Bytes);
    }

    [Fact]
    public async Task Run_OtherCountsInTheLedger_IsAnotherRun()
    {
        await TakeBoth();
        var first = await lake.Compute.Run(August);
        var row = (await lake.Ledger.Submission("RWR", August, "first"))!;
        await lake.Ledger.Replace(row.Row with { Hidden = new HiddenCounts(4, 186), VodimSha256 = null }, row.ETag);
        var second = await lake.Compute.Run(August);
        Assert.NotEqual(first.RunId, second.RunId);
        var figures = (await lake.Parquet($"restricted{Path}"))!.Read();
        var own = Enumerable.Range(0, figures.RowCount).Where(i => figures.Text("provider")[i] == "RWR" && figures.Text("collaborative")[i] == "OUR");
        Assert.Equal(["pct_rejected", "findings_per_1000", "nights_hidden"], own.Select(i => figures.Text("split")[i]));
        Assert.Equal("no row", await Told($"marts{Path}", "OUR", "RWR", null, null, "nights_hidden")); // four people, and the only ones below an exact total
    }

    /// <summary>The figure with two decimals, or that it is suppressed or has no row.</summary>
    async Task<string> Told(string path, string collaborative, string? provider, string? table, string? field, string split)
    {
        var file = (await lake.Parquet(path))!.Read();
        var rows = Enumerable.Range(0, file.RowCount).Where(i => file.Text("collaborative")[i] == collaborative && file.Text("provider")[i] == provider
            && file.Text("table_name")[i] == table && file.Text("field")[i] == field && file.Text("split")[i] == split).ToList();
        if (rows.Count == 0)
        {
            return "no row";
        }

        var row = Assert.Single(rows);
        Assert.Equal(provider is not null ? "Provider" : collaborative == "ALL" ? "Programme" : "Collaborative", file.Text("breakdown")[row]);
        Assert.Equal(provider is null ? null : $"{provider}-2025-08-first", file.Text("submission_id")[row]);
        Assert.Equal(file.Boolean("suppressed").Values[row], file.Double("measure_value").IsNull(row));
        return file.Boolean("suppressed").Values[row] ? "suppressed" : file.Double("measure_value").Values[row].ToString("0.##", CultureInfo.InvariantCulture);
    }

    async Task TakeBoth()
    {
        var faulty = new SmallUpload("RWR", August, "first", Monday, people: 40);
        for (var i = 1; i <= 6; i++)
        {
            faulty.Change("spells.csv", $"S{i},R{i},2025-07-01", $"S{i},R{i},");
        }

        await lake.Take(faulty);
        await lake.Take(new("RYK", August, "first", Monday, people: 30));
    }
}
