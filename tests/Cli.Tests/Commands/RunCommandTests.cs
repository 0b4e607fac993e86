using Homeward.Columns;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.Cli.Tests.Commands;

public sealed class RunCommandTests : IDisposable
{
    static readonly Month August = new(2025, 8);
    static readonly DateTime Created = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);

    readonly SmallWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Run_Uploads_AreJudgedAndFiguresComputed()
    {
        Land(new("RWR", August, "first", Created, people: 9), new("RYK", August, "first", Created, people: 7, placed: 6));
        var answer = await Run();
        Assert.Equal(Exit.Done, answer.Exit);
        Assert.StartsWith("2 submissions accepted, 0 rejected, 0 unchanged", answer.Out, StringComparison.Ordinal);
        Assert.Contains("1 month computed, 0 up to date", answer.Out, StringComparison.Ordinal);
        Assert.Empty(answer.Error);
        Assert.Contains("0 months computed, 1 up to date", (await Run()).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Rejected_Is0UnlessAskedOtherwise()
    {
        Land(new SmallUpload("RWR", August, "first", Created).Without("beds.csv"));
        var answer = await Run();
        Assert.Equal(Exit.Done, answer.Exit);
        Assert.Contains("RWR-2025-08-first: SUB005", answer.Out, StringComparison.Ordinal);
        Assert.Equal(Exit.AnswerIsNo, (await Run("--fail-on-rejected")).Exit);
    }

    [Fact]
    public async Task Run_ZipThatCannotBeRead_IsRejectedWithTheReason()
    {
        Land(new SmallUpload("RWR", August, "first", Created));
        await File.WriteAllTextAsync(Path.Combine(world.Landing, "RWR", "2025-08", "bad.zip"), "no zip");
        var answer = await Run();
        Assert.Equal(Exit.Done, answer.Exit);
        Assert.Contains("RWR-2025-08-bad: bad.zip: The file is not a readable zip", answer.Out, StringComparison.Ordinal);
        Assert.Contains("1 submission accepted, 1 rejected", answer.Out, StringComparison.Ordinal);
        Assert.Equal(Exit.AnswerIsNo, (await Run("--fail-on-rejected")).Exit);
    }

    [Fact]
    public async Task Run_Json_IsOneDocument()
    {
        Land(new("RWR", August, "first", Created), new SmallUpload("RYK", August, "first", Created).Without("beds.csv"));
        await File.WriteAllTextAsync(Path.Combine(world.Landing, "notes.txt"), "");
        var json = (await Run("--json")).Json;
        Assert.Equal(1, json.GetProperty("accepted").GetInt32());
        Assert.Equal(1, json.GetProperty("rejected").GetInt32());
        Assert.Equal("2025-08", Assert.Single(json.GetProperty("periodsComputed").EnumerateArray()).GetString());
        Assert.Single(json.GetProperty("passedOver").EnumerateArray());
        var refused = json.GetProperty("submissions").EnumerateArray().Single(s => s.GetProperty("state").GetString() == "rejected");
        Assert.Equal(1, refused.GetProperty("rules").GetProperty("SUB005").GetInt32());
    }

    [Fact]
    public async Task Run_ReferenceThatContradictsItself_NamesAllProblems()
    {
        world.Reference(("members.csv", "collaborative,org_code,role,expected,from,to\nOUR,NOBODY,LEAD,Y,,\nNONE,RWR,LEAD,Y,,\n"));
        var answer = await Run();
        Assert.Equal(Exit.BadInput, answer.Exit);
        Assert.Contains("NOBODY", answer.Error, StringComparison.Ordinal);
        Assert.Contains("NONE", answer.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(world.At("lake")));
    }

    [Fact]
    public async Task Run_Interrupted_Is130AndLeavesNothingHalfWritten()
    {
        Land(new SmallUpload("RWR", August, "first", Created));
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var answer = await Shell.Homeward(null, stop.Token, [.. Arguments()]);
        Assert.Equal(Exit.Interrupted, answer.Exit);
        Assert.Contains("Interrupted", answer.Error, StringComparison.Ordinal);
        Assert.Equal(Exit.Done, (await Run()).Exit);
    }

    [Fact]
    public async Task Kpis_OfTheLake_AsTableCsvAndJson()
    {
        Land(new("RWR", August, "first", Created, people: 9), new("RYK", August, "first", Created, people: 8, placed: 7));
        await Run();
        string[] filter = ["kpis", "--lake", world.At("lake"), "--measure", "K01", "--split", "inappropriate", "--scope", "all", "--breakdown", "Collaborative"];
        var table = await Shell.Homeward(filter);
        Assert.Contains("K01", table.Out, StringComparison.Ordinal);
        Assert.Contains("1 figure.", table.Out, StringComparison.Ordinal);
        var csv = (await Shell.Homeward([.. filter, "--format", "csv"])).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, csv.Length);
        Assert.StartsWith("period,window,collaborative,", csv[0], StringComparison.Ordinal);
        Assert.StartsWith("2025-08,M,OUR,people,Collaborative,", csv[1], StringComparison.Ordinal);
        var exact = await Shell.Homeward([.. filter, "--restricted", "--json"]);
        Assert.Equal(7, Assert.Single(exact.Json.EnumerateArray()).GetProperty("value").GetDouble());
    }

    [Fact]
    public async Task Kpis_LakeWithoutFigures_SaysWhatToDo()
    {
        Directory.CreateDirectory(world.At("empty"));
        var answer = await Shell.Homeward("kpis", "--lake", world.At("empty"));
        Assert.Equal(Exit.BadInput, answer.Exit);
        Assert.Contains("homeward run", answer.Error, StringComparison.Ordinal);
    }

    void Land(params SmallUpload[] uploads)
    {
        foreach (var upload in uploads)
        {
            upload.WriteTo(world.Landing);
        }
    }

    Task<Answer> Run(params string[] more) => Shell.Homeward([.. Arguments(), .. more]);

    IEnumerable<string> Arguments() =>
        ["run", "--landing", world.Landing, "--lake", world.At("lake"), "--reference", world.ReferenceFolder, "--demo-key"];
}
