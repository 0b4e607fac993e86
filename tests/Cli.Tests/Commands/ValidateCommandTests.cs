using System.IO.Compression;
using System.Text;
using Homeward.Cli.Terminals;
using Homeward.Columns;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.Cli.Tests.Commands;

public sealed class ValidateCommandTests : IDisposable
{
    static readonly Month August = new(2025, 8);
    static readonly DateTime Created = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);

    readonly SmallWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Validate_Accepted_SaysSoAndWritesNothing()
    {
        var folder = Upload().WriteTo(world.Landing);
        var before = SmallWorld.Snapshot(world.At());
        var answer = await Validate(folder);
        Assert.Equal(Exit.Done, answer.Exit);
        Assert.StartsWith("ACCEPTED RWR-2025-08-first: no row is left out.", answer.Out, StringComparison.Ordinal);
        Assert.Empty(answer.Error);
        SmallWorld.AssertSame(before, SmallWorld.Snapshot(world.At()));
    }

    [Fact]
    public async Task Validate_Rejected_SaysWhyAndExitsWith1()
    {
        var answer = await Validate(Upload().Without("beds.csv").WriteTo(world.Landing));
        Assert.Equal(Exit.AnswerIsNo, answer.Exit);
        Assert.StartsWith("REJECTED RWR-2025-08-first: SUB005", answer.Out, StringComparison.Ordinal);
        Assert.Contains("beds", answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_OutIsTheFolderItself_IsRefusedBeforeAnythingIsWritten()
    {
        var folder = Upload().WriteTo(world.Landing);
        var before = SmallWorld.Snapshot(world.At());
        var answer = await Shell.Homeward("validate", folder, "--provider", "RWR", "--period", "2025-08", "--out", folder + "/");
        Assert.Equal(Exit.BadInput, answer.Exit);
        Assert.Contains("Give another folder", answer.Error, StringComparison.Ordinal);
        SmallWorld.AssertSame(before, SmallWorld.Snapshot(world.At()));
    }

    [Fact]
    public async Task Validate_ReferenceFolderWithoutReferenceData_SaysWhatIsNotThere()
    {
        var folder = Upload().WriteTo(world.Landing);
        var answer = await Shell.Homeward("validate", folder, "--provider", "RWR", "--period", "2025-08", "--reference", folder);
        Assert.Contains("Reference data: organisations.csv is not there: taken as empty.", answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_FolderNamedLikeAPerson_IsNotNamed()
    {
        var folder = Upload().WriteTo(world.Landing);
        Directory.Move(folder, world.At("943 476 5919"));
        var answer = await Validate(world.At("943 476 5919"));
        Assert.StartsWith("ACCEPTED RWR-2025-08-check:", answer.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("5919", answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_FolderWithALongName_IsNamed()
    {
        var name = "sent-again-after-the-ward-codes-were-put-right-2025-09-08";
        Directory.Move(Upload().WriteTo(world.Landing), world.At(name));
        Assert.StartsWith($"ACCEPTED RWR-2025-08-{name}:", (await Validate(world.At(name))).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_EmptyPath_SaysWhatToGive()
    {
        var answer = await Validate("");
        Assert.Equal(Exit.BadInput, answer.Exit);
        Assert.Contains("PATH is empty", answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("more", "has beds.csv in the folder more, where it would not be read")]
    [InlineData("beds.csv", "has beds.csv as a folder, where it would not be read")]
    public async Task Validate_TableInAFolderOfItsOwn_SaysWhereItHasToBe(string inner, string expected)
    {
        var folder = Upload().WriteTo(world.Landing);
        var deeper = Directory.CreateDirectory(Path.Combine(folder, "deeper")).FullName;
        File.Move(Path.Combine(folder, "beds.csv"), Path.Combine(deeper, "beds.csv"));
        Directory.Move(deeper, Path.Combine(folder, inner));
        var answer = await Validate(folder);
        Assert.Equal(Exit.BadInput, answer.Exit);
        Assert.Contains(expected, answer.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_OlderCopiesInAFolderOfTheirOwn_AreLeftAlone()
    {
        var folder = Upload().WriteTo(world.Landing);
        File.Copy(Path.Combine(folder, "beds.csv"), Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "old")).FullName, "beds.csv"));
        Assert.Equal(Exit.Done, (await Validate(folder)).Exit);
    }

    [Fact]
    public async Task Validate_RowRejected_NamesTheLineAndWhatItHides()
    {
        var answer = await Validate(Upload().Change("ward_stays.csv", "W2,S2", "W2,S9").WriteTo(world.Landing));
        Assert.Equal(Exit.Done, answer.Exit);
        Assert.Contains("without 1 rejected row", answer.Out, StringComparison.Ordinal);
        Assert.Contains("ward_stays.csv line 3:", answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_TablesThatCannotBeRead_AreListedWithWhatIsWrong()
    {
        var upload = Upload().Without("beds.csv").Change("referrals.csv", "R2,", "\"R2,").Change("spells.csv", "StartDateHospProvSpell", "Start");
        var folder = upload.WriteTo(world.Landing);
        await File.WriteAllTextAsync(Path.Combine(folder, "patients.csv"), await File.ReadAllTextAsync(Path.Combine(folder, "patients.csv")), Encoding.Unicode);
        var answer = await Shell.Homeward(
            240, "validate", folder, "--provider", "RWR", "--period", "2025-08", "--reference", world.ReferenceFolder);
        var lines = answer.Out.Split('\n');
        Assert.Matches(@"^\s*beds\s+-\s+-\s+-\s+-\s+beds\.csv: the file is absent", Line("beds"));
        Assert.Matches(@"^\s*patients\s+-\s+-\s+-\s+-\s+patients\.csv cannot be read to its end: .*UTF-8", Line("patients"));
        Assert.Matches(@"^\s*referrals\s+1\s.*referrals\.csv cannot be read to its end: .*quote", Line("referrals"));
        Assert.Matches(@"^\s*spells\s+3\s.*spells\.csv: the column StartDateHospProvSpell is absent", Line("spells"));
        Assert.Matches(@"^\s*ward_stays\s+3\s+\d+\s+\d+\s+\d+\s*$", Line("ward_stays"));

        string Line(string table) => Assert.Single(lines, line => line.TrimStart().StartsWith($"{table} ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Validate_CausesAndConsequences_TellsCausesFirst()
    {
        var upload = new SmallUpload("RWR", August, "first", Created, people: 40);
        for (var i = 1; i <= 20; i++)
        {
            upload.Change("patients.csv", $"P{i},", ",");
        }

        var answer = await Validate(upload.Change("submission.csv", "RWR", "RYK").WriteTo(world.Landing));
        Assert.StartsWith("REJECTED RWR-2025-08-first: SUB002 Another provider's submission; SUB007", answer.Out, StringComparison.Ordinal);
        Assert.True(answer.Out.IndexOf("\nGEN001, the first", StringComparison.Ordinal) < answer.Out.IndexOf("\nGEN006, the first", StringComparison.Ordinal), answer.Out);
    }

    [Fact]
    public async Task Validate_Out_WritesTheFeedbackPack()
    {
        var answer = await Validate(Upload().WriteTo(world.Landing), "--out", world.At("report"));
        Assert.Contains(world.At("report", "report.html"), answer.Out, StringComparison.Ordinal);
        Assert.Equal(
            ["findings.csv", "report.html", "summary.json", "vodim.csv"],
            Directory.EnumerateFiles(world.At("report")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Validate_Zip_IsJudgedAsTheFolder()
    {
        var folder = Upload().Without("beds.csv").WriteTo(world.Landing);
        ZipFile.CreateFromDirectory(folder, world.At("first.zip"), CompressionLevel.Fastest, includeBaseDirectory: true);
        Assert.Equal((await Validate(folder)).Out, (await Validate(world.At("first.zip"))).Out);
    }

    [Fact]
    public async Task Validate_Json_IsOneDocument()
    {
        var answer = await Validate(Upload().Without("beds.csv").WriteTo(world.Landing), "--json");
        Assert.Equal(Exit.AnswerIsNo, answer.Exit);
        Assert.Equal("rejected", answer.Json.GetProperty("status").GetString());
        Assert.Equal(3, answer.Json.GetProperty("tables").GetProperty("patients").GetProperty("read").GetInt32());
        Assert.Contains(answer.Json.GetProperty("rules").EnumerateArray(), rule => rule.GetProperty("rule").GetString() == "SUB005");
        Assert.Empty(answer.Error);
    }

    [Fact]
    public async Task Validate_WithoutReference_SaysWhatIsNotKnown()
    {
        var answer = await Shell.Homeward("validate", Upload().WriteTo(world.Landing), "--provider", "RWR", "--period", "2025-08");
        Assert.Equal(Exit.Done, answer.Exit);
        Assert.Contains("Without --reference", answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_ManyFaults_FitsANarrowTerminalAndEndsWithWhereTheReportIs()
    {
        var upload = Upload().Change("ward_stays.csv", "2025-07-01", "2025-13-01").Change("patients.csv", "SG1 1AA", "nowhere").Change("spells.csv", "R2,", "R9,").Without("beds.csv");
        var answer = await Shell.Homeward(
            80, "validate", upload.WriteTo(world.Landing), "--provider", "RWR", "--period", "2025-08", "--reference", world.ReferenceFolder, "--out", world.At("report"));
        Assert.DoesNotContain(answer.Out.TrimEnd().Split('\n').SkipLast(1), line => line.TrimEnd().Length > 80);
        Assert.StartsWith("The full report: ", answer.Out.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("ward_stays.csv: ward_stays.csv:", answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_WhilePersonWatches_TellsHowFarItIs()
    {
        var text = new StringWriter();
        var terminal = new Terminal(TextWriter.Null, text, true, _ => null, TimeProvider.System);
        var exit = await new CommandLine(terminal).Run(["validate", Upload().WriteTo(world.Landing), "--provider", "RWR", "--period", "2025-08"]);
        Assert.Equal(Exit.Done, exit);
        Assert.Matches("Reading|Judging", text.ToString());
    }

    Task<Answer> Validate(string path, params string[] more) => Shell.Homeward(
        ["validate", path, "--provider", "RWR", "--period", "2025-08", "--reference", world.ReferenceFolder, .. more]);

    static SmallUpload Upload() => new("RWR", August, "first", Created);
}
