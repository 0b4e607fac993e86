using Homeward.Columns;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.Cli.Tests.Commands;

public sealed class ImportNationalCommandTests : IDisposable
{
    const string Header =
        "REPORTING_PERIOD_START,REPORTING_PERIOD_END,STATUS,BREAKDOWN,PRIMARY_LEVEL,PRIMARY_LEVEL_DESCRIPTION,"
        + "SECONDARY_LEVEL,SECONDARY_LEVEL_DESCRIPTION,MEASURE_ID,MEASURE_NAME,MEASURE_VALUE\n";

    static readonly Month August = new(2025, 8);

    readonly SmallWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task ImportNational_APublishedFile_ShowsEnglandBesideTheRegion()
    {
        var uploads = new SmallUpload[]
        {
            new("RWR", August, "first", new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc), people: 9),
            new("RYK", August, "first", new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc), people: 7, placed: 6),
        };
        foreach (var upload in uploads)
        {
            upload.WriteTo(world.Landing);
        }

        Assert.Equal(Exit.Done, (await Shell.Homeward("run", "--landing", world.Landing, "--lake", world.At("lake"), "--reference", world.At("reference"), "--demo-key")).Exit);
        Assert.DoesNotContain("England", (await Kpis()).Out, StringComparison.Ordinal);

        var answer = await Import(
            "2025-08-01,2025-08-31,Performance,England,England,England,NONE,NONE,OAP03,Active,4321\n"
            + "2025-08-01,2025-08-31,Final ,England,England,England,NONE,NONE,OAP03,Active,4322\n"
            + "2025-08-01,2025-08-31,Final,Sending Provider,RWR,A trust,NONE,NONE,OAP03,Active,*\n");

        Assert.Equal(Exit.Done, answer.Exit);
        Assert.Contains("england.csv: 3 figures of 2025-08 to 2025-08, 1 suppressed, 3 with a measure of ours.", answer.Out, StringComparison.Ordinal);
        var shown = (await Kpis()).Out;
        Assert.Contains("England", shown, StringComparison.Ordinal);
        Assert.Contains("4,322", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("4,321", shown, StringComparison.Ordinal);
        Assert.All((await Kpis("--format", "csv")).Out.Trim().Split('\n').Skip(1), line => Assert.EndsWith(",4322", line, StringComparison.Ordinal));
        Assert.All((await Kpis("--json")).Json.EnumerateArray(), row => Assert.Equal(4322, row.GetProperty("england").GetDouble()));
    }

    [Fact]
    public async Task ImportNational_BadFile_Is2AndSaysWhere()
    {
        var answer = await Import("2025-08-01,2025-08-31,Final,England,England,England,NONE,NONE,OAP03,Active,many\n");

        Assert.Equal(Exit.BadInput, answer.Exit);
        Assert.Contains("england.csv line 2: MEASURE_VALUE is 'many'", answer.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(world.At("lake"), "marts", "national.parquet")));
        Assert.Equal(Exit.BadInput, (await Shell.Homeward("import-national", "nowhere.csv", "--lake", world.At("lake"))).Exit);
    }

    Task<Answer> Import(string rows)
    {
        var file = world.At("england.csv");
        File.WriteAllText(file, Header + rows);
        return Shell.Homeward("import-national", file, "--lake", world.At("lake"));
    }

    Task<Answer> Kpis(params string[] more) => Shell.Homeward(
        ["kpis", "--lake", world.At("lake"), "--measure", "K01", "--split", "inappropriate", "--scope", "all", "--breakdown", "Programme", .. more]);
}
