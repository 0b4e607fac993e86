using Homeward.Columns;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.Cli.Tests.Commands;

/// <summary>Sixteen months of two trusts: twelve people away, later six; the first month is the baseline.</summary>
public sealed class KpisLake : IDisposable
{
    static readonly Month First = new(2024, 5);

    readonly SmallWorld world = new(manySmallFiles: true);

    public KpisLake()
    {
        world.Reference(("collaboratives.csv", "collaborative,name,baseline_from,baseline_to\nOUR,Our Collaborative,2024-05,2024-05\n"));
        for (var month = First; month < First + 16; month += 1)
        {
            var created = (month + 1).FirstDay.AddDays(8).ToDateTime(TimeOnly.MinValue);
            new SmallUpload("RWR", month, "first", created, people: 9).WriteTo(world.Landing);
            new SmallUpload("RYK", month, "first", created, people: 14, placed: month < First + 8 ? 12 : 6).WriteTo(world.Landing);
        }

        var run = Shell.Homeward("run", "--landing", world.Landing, "--lake", Folder, "--reference", world.ReferenceFolder, "--demo-key").GetAwaiter().GetResult();
        Assert.Equal(Exit.Done, run.Exit);
    }

    public string Folder => world.At("lake");

    public void Dispose() => world.Dispose();
}

public sealed class KpisCommandTests(KpisLake lake) : IClassFixture<KpisLake>
{
    const string Header =
        "period,window,collaborative,lens,breakdown,primary_level,primary_level_description,secondary_level,secondary_level_description,"
        + "measure_id,measure_name,split,scope,measure_value,unit,suppressed,coverage,status,"
        + "baseline,change,change_pct,baseline_period,mean,lower_limit,upper_limit,assessment,england";

    [Fact]
    public async Task Kpis_Table_HasTheSeriesTheChangeAndWhatIsNotChance()
    {
        var answer = await Kpis(80, "--measure", "K01", "--split", "inappropriate", "--scope", "all", "--breakdown", "Collaborative");
        Assert.Equal(
            """
            K01 Active OAPs at period end (count)
            window M to 2025-08, OUR, people, scope all
            Collaborative          Split          Value  12 months     Change  Not chance
            OUR Our Collaborative  inappropriate      6  ████▁▁▁▁▁▁▁▁   -50 %  improvement

            1 figure.
            Change: against the baseline.
            Not chance: special cause by XmR limits over the monthly series.

            """.ReplaceLineEndings("\n"),
            answer.Out);
    }

    [Theory]
    [InlineData(70)]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(200)]
    public async Task Kpis_Everything_FitsTheTerminal(int width)
    {
        var answer = await Kpis(width);
        Assert.True(answer.Out.Split('\n').Length > 500);
        Assert.DoesNotContain(answer.Out.Split('\n'), line => line.Length > width);
        Assert.DoesNotContain("\u001b", answer.Out, StringComparison.Ordinal);
        Assert.Contains("* and ? suppressed", answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kpis_AllPeriods_IsALinePerMonth()
    {
        var lines = (await Kpis(80, "--measure", "K01", "--split", "all", "--scope", "all", "--breakdown", "Programme", "--all-periods")).Out.Split('\n');
        Assert.Equal(16, lines.Count(line => line.Contains("  20", StringComparison.Ordinal)));
        Assert.Contains("16 figures.", lines);
    }

    [Theory]
    [InlineData("K01")]
    [InlineData("K05")]
    [InlineData("K23")]
    public async Task Kpis_Csv_HasOneHeaderWhateverTheFigures(string measure)
    {
        var lines = (await Kpis(80, "--measure", measure, "--format", "csv", "--all-periods")).Out.TrimEnd('\n').Split('\n');
        Assert.Equal(Header, lines[0]);
        Assert.Equal(measure == "K23", lines.Length == 1);
        Assert.All(lines.Skip(1), line => Assert.Equal(Header.Split(',').Length, line.Split(',').Length));
    }

    [Fact]
    public async Task Kpis_CsvRestricted_HasNumeratorAndDenominatorAndTheSameFiguresAsJson()
    {
        string[] filter = ["--measure", "K05", "--breakdown", "Collaborative", "--restricted"];
        var csv = (await Kpis(80, [.. filter, "--format", "csv"])).Out.TrimEnd('\n').Split('\n');
        Assert.Contains("measure_value,numerator,denominator,unit", csv[0], StringComparison.Ordinal);
        Assert.Contains(",pct,all,100,6,6,percent,false,1,Provisional,", csv[1], StringComparison.Ordinal);
        var row = (await Kpis(80, [.. filter, "--json"])).Json[0];
        Assert.Equal(100, row.GetProperty("value").GetDouble());
        Assert.Equal(6, row.GetProperty("denominator").GetDouble());
        Assert.Equal(0, row.GetProperty("change").GetDouble());
    }

    /// <summary>No figures would read as an answer.</summary>
    [Theory]
    [InlineData("--measure", "K99", "no measure 'K99' here: expected one of K01, K02")]
    [InlineData("--measure", "K26", "marts/data_quality has them")]
    [InlineData("--window", "Q", "expected one of M, R3, R12, FY, SB")]
    [InlineData("--split", "inapropriate", "expected one of all, inappropriate")]
    [InlineData("--scope", "adult", "expected one of all, acute")]
    [InlineData("--lens", "bed", "expected one of people, beds")]
    [InlineData("--breakdown", "provider", "expected one of Programme, Collaborative, Provider, ICB")]
    public async Task Kpis_AFilterThatNoFigureCanMeet_IsWrongUsage(string option, string value, string told)
    {
        var answer = await Kpis(80, option, value, "--format", "csv");
        Assert.Equal(Exit.BadInput, answer.Exit);
        Assert.Contains(told, answer.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal("", answer.Out);
    }

    [Fact]
    public async Task Kpis_EachFilter_FiltersTheFigures()
    {
        var rows = (await Kpis(80, "--measure", "K04", "--window", "R3", "--breakdown", "Receiving Provider", "--lens", "people", "--json")).Json;
        Assert.True(rows.GetArrayLength() > 0);
        Assert.All(rows.EnumerateArray(), row => Assert.Equal(
            ("K04", "R3", "Receiving Provider", "people"),
            (row.GetProperty("measureId").GetString(), row.GetProperty("window").GetString(), row.GetProperty("breakdown").GetString(), row.GetProperty("lens").GetString())));
    }

    [Fact]
    public async Task Kpis_SummaryOfOtherRuns_IsNotShownBesideTheFigures()
    {
        var run = Path.Combine(lake.Folder, "marts", "_run.json");
        var before = await File.ReadAllTextAsync(run);
        await File.WriteAllTextAsync(run, """{"periods": {"2025-08": "another"}}""");
        var answer = await Kpis(80, "--measure", "K01", "--split", "inappropriate", "--scope", "all", "--breakdown", "Collaborative");
        await File.WriteAllTextAsync(run, before);
        Assert.DoesNotContain("-50 %", answer.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("improvement", answer.Out, StringComparison.Ordinal);
    }

    Task<Answer> Kpis(int width, params string[] more) => Shell.Homeward(width, ["kpis", "--lake", lake.Folder, .. more]);
}
