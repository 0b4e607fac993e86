using Homeward.Columns;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.Cli.Tests.Commands;

public sealed class ExplainCommandTests : IDisposable
{
    static readonly Month August = new(2025, 8);
    static readonly DateTime Created = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);

    readonly SmallWorld world = new();

    public ExplainCommandTests()
    {
        new SmallUpload("RWR", August, "first", Created, people: 9).WriteTo(world.Landing);
        new SmallUpload("RYK", August, "first", Created, people: 8, placed: 7).WriteTo(world.Landing);
        Run().GetAwaiter().GetResult();
    }

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Explain_AFigure_NamesFormulaRowsAndSubmissions()
    {
        var answer = await Explain(80, "K04", "--split", "inappropriate");
        Assert.Equal(Exit.Done, answer.Exit);
        Assert.StartsWith("K04 OAP bed days: 217 nights\nsplit inappropriate, window M, ALL, scope all\n", answer.Out, StringComparison.Ordinal);
        Assert.Contains("\nCounted: 7 rows\n  Table   Key     Sent for  Start       End   Adds\n  spells  RYK|S1  2025-08   2025-07-01  open  31\n", answer.Out, StringComparison.Ordinal);
        Assert.Contains("\nSubmissions read: 2\n  RWR-2025-08-first\n  RYK-2025-08-first\n", answer.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(answer.Out.Split('\n'), line => line.Length > 80);
    }

    [Theory]
    [InlineData("K01", "--split", "inappropriate")]
    [InlineData("K04", "--window", "R3", "--breakdown", "Receiving Provider=RYK")]
    [InlineData("K04", "--breakdown", "Sending Provider; Receiving Provider=RWR; RYK")]
    [InlineData("K13", "--lens", "beds", "--collaborative", "OUR")]
    [InlineData("K05")]
    public async Task Explain_Json_HasTheFigureOfTheExactMart(string measure, params string[] more)
    {
        var told = (await Explain(80, measure, [.. more, "--json"])).Json;
        string Of(string name) => told.GetProperty(name) is { ValueKind: System.Text.Json.JsonValueKind.String } text ? text.GetString()! : "";
        var rows = (await Shell.Homeward("kpis", "--lake", world.At("lake"), "--restricted", "--measure", measure, "--window", Of("window"), "--split", Of("split"), "--scope", "all", "--json")).Json
            .EnumerateArray().Where(row => row.GetProperty("collaborative").GetString() == Of("collaborative"));
        var row = Assert.Single(rows, row => Of("breakdown").Length == 0
            ? row.GetProperty("breakdown").GetString() is "Collaborative" or "Programme" && (Of("lens").Length == 0 || row.GetProperty("lens").GetString() == Of("lens"))
            : row.GetProperty("breakdown").GetString() == Of("breakdown") && row.GetProperty("primaryLevel").GetString() == Of("primaryLevel"));
        Assert.Equal(row.GetProperty("value").GetDouble(), told.GetProperty("value").GetDouble());
        Assert.True(told.GetProperty("counted").GetArrayLength() > 0);
        Assert.Equal(told.GetProperty("numerator").GetDouble(), told.GetProperty("counted").EnumerateArray().Sum(counted => counted.GetProperty("numerator").GetDouble()));
    }

    [Theory]
    [InlineData("no measure 'K99'", "K99")]
    [InlineData("marts/data_quality has them", "K26")]
    [InlineData("expected one of all, inappropriate, appropriate, unknown", "K01", "--split", "none")]
    [InlineData("expected one of OUR, ALL", "K01", "--collaborative", "YOURS")]
    [InlineData("no window 'R3'", "K01", "--window", "R3")]
    [InlineData("expected one of people, beds", "K01", "--lens", "all")]
    [InlineData("has no level: expected a breakdown and one of its levels", "K01", "--breakdown", "Provider")]
    [InlineData("no breakdown 'Hospital'", "K01", "--breakdown", "Hospital=X")]
    [InlineData("RWR", "K01", "--breakdown", "Provider=XXX")]
    public async Task Explain_WhatThereIsNot_NamesWhatThereIs(string says, string measure, params string[] more)
    {
        var answer = await Explain(80, measure, more);
        Assert.Equal(Exit.BadInput, answer.Exit);
        Assert.Contains(says, answer.Error, StringComparison.Ordinal);
        Assert.Empty(answer.Out);
    }

    /// <summary>What has no key is told by whose it is.</summary>
    [Fact]
    public async Task Explain_Coverage_NamesTheProviderMonths() => Assert.Contains(
        "\nCounted: 2 rows\n  Table       Key  Sent for  Start  End  Adds\n  submission  RWR  2025-08               1\n  submission  RYK  2025-08               1\n",
        (await Explain(80, "K25", "--split", "accepted")).Out,
        StringComparison.Ordinal);

    [Fact]
    public async Task Explain_OtherReferenceOrNewerSubmissions_SaysSoRatherThanAnotherFigure()
    {
        world.Reference(("settings.json", """{"distanceKm": 40}"""));
        Assert.Contains("other reference data (settings.json)", (await Explain(80, "K01")).Error, StringComparison.Ordinal);
        world.Reference();
        new SmallUpload("RWR", August, "second", Created.AddDays(1), people: 10).WriteTo(world.Landing);
        Assert.Equal(Exit.Done, (await Run("--period", "2025-07")).Exit);
        Assert.Contains("behind the submissions", (await Explain(80, "K01")).Error, StringComparison.Ordinal);
        Assert.Contains("has no figures", (await Explain(80, "K01", "--period", "2024-01")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_NoLakeOrNoReference_SaysWhatToGive()
    {
        Assert.Contains("no ledger", (await Shell.Homeward("explain", "K01", "--lake", world.At("nowhere"), "--period", "2025-08")).Error, StringComparison.Ordinal);
        var answer = await Shell.Homeward("explain", "K01", "--lake", world.At("lake"), "--period", "2025-08");
        Assert.Contains("--reference", answer.Error, StringComparison.Ordinal);
    }

    Task<Answer> Explain(int width, string measure, params string[] more) => Shell.Homeward(
        width, ["explain", measure, "--lake", world.At("lake"), "--reference", world.ReferenceFolder, .. more.Contains("--period") ? Array.Empty<string>() : ["--period", "2025-08"], .. more]);

    Task<Answer> Run(params string[] more) => Shell.Homeward(
        ["run", "--landing", world.Landing, "--lake", world.At("lake"), "--reference", world.ReferenceFolder, "--demo-key", .. more]);
}
