using System.Text;
using Homeward.Columns;
using Homeward.Pipeline.Tests.Packages;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.Cli.Tests.Commands;

/// <summary>What people really send by mistake, and what somebody might send on purpose: a clear answer, and nothing outside the lake.</summary>
public sealed class BadInputTests : IDisposable
{
    static readonly Month August = new(2025, 8);
    static readonly DateTime Created = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);

    static readonly Dictionary<string, (Action<SmallUpload> Break, string Rule)> Folders = new(StringComparer.Ordinal)
    {
        ["a missing table"] = (upload => upload.Without("spells.csv"), "SUB005"),
        ["another month"] = (upload => upload.Change("submission.csv", "2025-08", "2025-07"), "SUB003"),
        ["another provider"] = (upload => upload.Change("submission.csv", "RWR", "RYK"), "SUB002"),
        ["ragged rows"] = (upload => upload.Change("spells.csv", "S2,R2", "S2,R2,more"), "SUB006"),
        ["an unclosed quote"] = (upload => upload.Change("patients.csv", "P2,", "\"P2,"), "SUB006"),
        ["Windows-1252"] = (upload => upload.With("beds.csv", Encoding.Latin1.GetBytes(Text(upload, "beds.csv").Replace("OAK", "Caf\u00E9", StringComparison.Ordinal))), "SUB006"),
        ["UTF-16"] = (upload => upload.With("beds.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text(upload, "beds.csv"))]), "SUB006"),
        ["an empty file"] = (upload => upload.With("beds.csv", ""), "SUB005"),
        ["an empty manifest"] = (upload => upload.With("submission.csv", ""), "SUB001"),
        ["300 columns"] = (upload => upload.With("beds.csv", string.Join(',', Enumerable.Range(0, 300).Select(i => $"c{i}")) + "\n"), "SUB006"),
        ["a field of 5 MB"] = (upload => upload.Change("patients.csv", "P2,", $"{new string('x', 5_000_000)},"), "SUB006"),
        ["NUL bytes"] = (upload => upload.With("beds.csv", new byte[5000]), "SUB006"),
    };

    readonly SmallWorld world = new();

    public static TheoryData<string> FolderCases => [.. Folders.Keys];

    public void Dispose() => world.Dispose();

    [Theory]
    [MemberData(nameof(FolderCases))]
    public async Task Validate_BadFolder_IsRejectedByARule(string what)
    {
        var folder = Broken(what).WriteTo(world.Landing);
        var before = SmallWorld.Snapshot(world.At());
        var answer = await Validate(folder);
        Assert.Equal(Exit.AnswerIsNo, answer.Exit);
        Assert.StartsWith($"REJECTED RWR-2025-08-first: {Folders[what].Rule}", answer.Out, StringComparison.Ordinal);
        Assert.InRange(answer.Out.Length, 100, 20_000);
        SmallWorld.AssertSame(before, SmallWorld.Snapshot(world.At()));
    }

    [Theory]
    [MemberData(nameof(FolderCases))]
    public async Task Run_BadFolder_IsRejectedAndStaysInTheLake(string what)
    {
        Broken(what).WriteTo(world.Landing);
        var before = SmallWorld.Snapshot(world.At());
        var answer = await Run();
        Assert.Equal(Exit.Done, answer.Exit);
        Assert.Contains(Folders[what].Rule, answer.Out, StringComparison.Ordinal);
        Assert.Contains("0 submissions accepted, 1 rejected", answer.Out, StringComparison.Ordinal);
        SmallWorld.AssertSame(before, Outside(SmallWorld.Snapshot(world.At())));
        Assert.False(Directory.Exists(world.At("lake", "curated")));
    }

    [Theory]
    [InlineData("..", "points out of its folder")]
    [InlineData("bomb", "250 to one")]
    [InlineData("truncated", "not a readable zip")]
    [InlineData("damaged", "damaged")]
    public async Task Zip_ThatCannotBeTakenIn_IsAnErrorBeforeItIsSentAndRejectedAfterwards(string what, string says)
    {
        var zip = world.At("first.zip");
        await File.WriteAllBytesAsync(zip, Zip(what));
        var before = SmallWorld.Snapshot(world.At());
        var answer = await Validate(zip);
        Assert.Equal(Exit.BadInput, answer.Exit);
        Assert.Contains(says, answer.Error, StringComparison.Ordinal);
        SmallWorld.AssertSame(before, SmallWorld.Snapshot(world.At()));

        Directory.CreateDirectory(Path.Combine(world.Landing, "RWR", "2025-08"));
        File.Move(zip, Path.Combine(world.Landing, "RWR", "2025-08", "first.zip"));
        before = SmallWorld.Snapshot(world.At());
        var run = await Run();
        Assert.Equal(Exit.Done, run.Exit);
        Assert.Contains(says, run.Out, StringComparison.Ordinal);
        Assert.Contains(says, await File.ReadAllTextAsync(world.At("lake", "feedback", "RWR", "2025-08", "first", "report.html")), StringComparison.Ordinal);
        SmallWorld.AssertSame(before, Outside(SmallWorld.Snapshot(world.At())));
    }

    [Fact]
    public async Task Landing_LinkOutOfIt_IsNotFollowed()
    {
        var outside = Directory.CreateDirectory(world.At("outside")).FullName;
        new SmallUpload("RWR", August, "first", Created).WriteTo(outside);
        Directory.CreateSymbolicLink(Path.Combine(world.Landing, "RWR"), Path.Combine(outside, "RWR"));
        Assert.StartsWith("0 submissions accepted, 0 rejected", (await Run()).Out, StringComparison.Ordinal);
    }

    static byte[] Zip(string what)
    {
        var upload = new SmallUpload("RWR", August, "first", Created);
        var zip = new ZipBuilder();
        foreach (var (name, bytes) in upload.Files)
        {
            zip.With(name, bytes);
        }

        switch (what)
        {
            case "..":
                return zip.With("../../../outside.csv").Build();
            case "bomb":
                return zip.With("community.csv", new byte[50_000_000]).Build();
            case "truncated":
                return zip.Build()[..^100];
            default:
                var whole = zip.Build();
                whole[whole.AsSpan().IndexOf("beds.csv"u8) + 40] ^= 0x55;
                return whole;
        }
    }

    static SmallUpload Broken(string what)
    {
        var upload = new SmallUpload("RWR", August, "first", Created);
        Folders[what].Break(upload);
        return upload;
    }

    static string Text(SmallUpload upload, string file) => Encoding.UTF8.GetString(upload.Files[file]);

    Task<Answer> Validate(string path) =>
        Shell.Homeward("validate", path, "--provider", "RWR", "--period", "2025-08", "--reference", world.ReferenceFolder);

    Task<Answer> Run() => Shell.Homeward(
        "run", "--landing", world.Landing, "--lake", world.At("lake"), "--reference", world.ReferenceFolder, "--demo-key");

    static Dictionary<string, string> Outside(IReadOnlyDictionary<string, string> snapshot) =>
        snapshot.Where(file => !file.Key.StartsWith("lake/", StringComparison.Ordinal)).ToDictionary();
}
