using System.Text.Json;
using Homeward.App.Tests.Running;
using Homeward.App.Tests.Security;
using Homeward.Cli;
using Homeward.Cli.Terminals;
using Homeward.Columns;
using Homeward.Lake;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.App.Tests.Submit;

/// <summary><c>homeward submit</c> and <c>homeward requeue</c> against the running app.</summary>
[Collection(AzuriteTests.Name)]
public sealed class SubmitCommandTests(AzuriteFixture azurite) : IAsyncLifetime, IDisposable
{
    static readonly Month August = new(2025, 8);
    static readonly DateTime Monday = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);

    readonly SmallWorld world = new();
    RunningApp app = null!;

    public async Task InitializeAsync() => app = (await RunningApp.Start(azurite.Account(), world)).WithTriggers();

    public async Task DisposeAsync() => await app.DisposeAsync();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Submit_Folder_LandsManifestLastAndPrintsTheVerdict()
    {
        var folder = new SmallUpload("RWR", August, "first", Monday).WriteTo(world.Landing);
        var (exit, said) = await Submit(folder, "--wait", "--out", world.At("report"));
        Assert.Equal(0, exit);
        Assert.StartsWith("ACCEPTED RWR-2025-08-http-", said, StringComparison.Ordinal);
        Assert.Contains("no row is left out", said, StringComparison.Ordinal);
        Assert.Equal(["findings.csv", "report.html", "summary.json", "vodim.csv"], Directory.EnumerateFiles(world.At("report")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        var landed = await app.Deployment.Store.List(LakeFolder.Of(Zone.Landing)).ToListAsync();
        var manifest = landed.Single(entry => entry.Name.EndsWith("/submission.csv", StringComparison.Ordinal));
        Assert.All(landed, entry => Assert.True(entry.Modified <= manifest.Modified));
        Assert.Equal(6, landed.Count);

        // The same folder again is the same upload: nothing new lands.
        var (again, saidAgain) = await Submit(folder, "--wait", "--json");
        Assert.Equal(0, again);
        using var json = JsonDocument.Parse(saidAgain);
        Assert.Equal("published", json.RootElement.GetProperty("state").GetString());
        Assert.Equal("accepted", json.RootElement.GetProperty("summary").GetProperty("status").GetString());
        Assert.Equal(6, await app.Deployment.Store.List(LakeFolder.Of(Zone.Landing)).CountAsync());
    }

    [Fact]
    public async Task Submit_ZipThatIsRejected_SaysWhyAndExitsWith1()
    {
        var zip = world.At("august.zip");
        await File.WriteAllBytesAsync(zip, ZipOf.Upload(new SmallUpload("RWR", August, "x", Monday).Without("beds.csv")));
        var (exit, said) = await Submit(zip, "--upload", "corrected", "--wait");
        Assert.Equal(1, exit);
        Assert.StartsWith("REJECTED RWR-2025-08-corrected: SUB005", said, StringComparison.Ordinal);

        await File.WriteAllBytesAsync(zip, ZipOf.Upload(new SmallUpload("RWR", August, "x", Monday)));
        var (conflict, why) = await Submit(zip, "--upload", "corrected", "--wait");
        Assert.Equal(2, conflict);
        Assert.Contains("under a new upload name", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_NamedUploadAgainAfterAnother_SaysThatItDoesNotCount()
    {
        var (first, second) = (new SmallUpload("RWR", August, "a", Monday), new SmallUpload("RWR", August, "b", Monday, people: 5));
        foreach (var upload in new[] { first, second })
        {
            var (_, said) = await Submit(upload.WriteTo(world.Landing), "--upload", upload.Name, "--wait");
            Assert.DoesNotContain("does not count", said, StringComparison.Ordinal);
        }

        var (exit, again) = await Submit(first.WriteTo(world.Landing), "--upload", "a", "--wait");
        Assert.Equal(0, exit);
        Assert.Contains("It does not count: a later upload of the month stands in its place.", again, StringComparison.Ordinal);

        // Without a name the content decides, and it comes back as a new upload.
        var (_, back) = await Submit(first.WriteTo(world.Landing), "--wait");
        Assert.StartsWith("ACCEPTED RWR-2025-08-http-", back, StringComparison.Ordinal);
        Assert.DoesNotContain("does not count", back, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_WithoutWait_SaysHowToAsk()
    {
        var (exit, said) = await Submit(new SmallUpload("RWR", August, "first", Monday).WriteTo(world.Landing), "--upload", "quick");
        Assert.Equal((0, "Sent as RWR-2025-08-quick. Its verdict: the same command with --wait.\n"), (exit, said));
    }

    [Theory]
    [InlineData("key-of-somebody", null, "answered 401")]
    [InlineData("", null, "set HOMEWARD_KEY")]
    [InlineData(RunningApp.Key, "http://127.0.0.1:1", "cannot be reached (ConnectionError)")]
    [InlineData(RunningApp.Key, "http://trust.example", "unencrypted: use https")]
    [InlineData(RunningApp.Key, "trust.example", "is no address")]
    public async Task Submit_WrongKeyOrAddress_SaysWhatToDo(string key, string? to, string expected)
    {
        var folder = new SmallUpload("RWR", August, "first", Monday).WriteTo(world.Landing);
        var (exit, said) = await Homeward(key, "submit", folder, "--to", to ?? Address, "--provider", "RWR", "--period", "2025-08");
        Assert.Equal(2, exit);
        Assert.Contains(expected, said, StringComparison.Ordinal);
        Assert.Empty(await app.Deployment.Store.List(LakeFolder.Of(Zone.Landing)).ToListAsync());
    }

    [Fact]
    public async Task Submit_NoManifestOrNothingThere_IsRefusedBeforeAnythingLands()
    {
        var (exit, said) = await Submit(new SmallUpload("RWR", August, "first", Monday).Without("submission.csv").WriteTo(world.Landing));
        Assert.Equal(2, exit);
        Assert.Contains("submission.csv", said, StringComparison.Ordinal);
        Assert.Equal(2, (await Submit(world.At("nowhere"))).Exit);
        Assert.Empty(await app.Deployment.Store.List(LakeFolder.Of(Zone.Landing)).ToListAsync());
    }

    [Fact]
    public async Task Submit_ZipLacksATableThatItsManifestNames_IsRefusedAtOnceAndCanBeCompleted()
    {
        var whole = new SmallUpload("RWR", August, "first", Monday)
            .Change("submission.csv", "DateTimeCreated\n", "DateTimeCreated,Tables\n")
            .Change("submission.csv", "Z\n", "Z,patients referrals spells ward_stays beds\n");
        var beds = whole.Files["beds.csv"];
        var folder = whole.Without("beds.csv").WriteTo(world.Landing);
        var (exit, said) = await Submit(folder, "--upload", "first", "--wait");
        Assert.Equal(2, exit);
        Assert.Contains("answered 400: The manifest names beds, and the zip has no beds.csv", said, StringComparison.Ordinal);
        Assert.Empty(await app.Deployment.Store.List(LakeFolder.Of(Zone.Landing)).ToListAsync());

        await File.WriteAllBytesAsync(Path.Combine(folder, "beds.csv"), beds);
        Assert.Equal(0, (await Submit(folder, "--upload", "first", "--wait")).Exit);
    }

    [Fact]
    public async Task Submit_FilesWereLostBeforeTheyWereJudged_AsksForANewName()
    {
        await app.Deployment.Ledger.Add(new SubmissionRow("RWR", August, "first", LedgerState.Rejected, Monday) { Files = new Dictionary<string, JudgedFile>() });
        var folder = new SmallUpload("RWR", August, "first", Monday).WriteTo(world.Landing);
        var (exit, said) = await Submit(folder, "--upload", "first", "--wait");
        Assert.Equal(2, exit);
        Assert.Contains("answered 409", said, StringComparison.Ordinal);
        Assert.Contains("under a new upload name", said, StringComparison.Ordinal);
        Assert.Equal(0, (await Submit(folder, "--upload", "again", "--wait")).Exit);
    }

    [Fact]
    public async Task Submit_OrganisationThatNobodyKnows_IsRefused()
    {
        var folder = new SmallUpload("ZZZ", August, "first", Monday).WriteTo(world.Landing);
        var (exit, said) = await Homeward(RunningApp.Key, "submit", folder, "--to", Address, "--provider", "ZZZ", "--period", "2025-08");
        Assert.Equal(2, exit);
        Assert.Contains("answered 400: The reference data knows no organisation of this code", said, StringComparison.Ordinal);
        Assert.Empty(await app.Deployment.Store.List(LakeFolder.Of(Zone.Landing)).ToListAsync());
    }

    [Fact]
    public async Task Submit_AppFails_PrintsItsSentence()
    {
        await app.Deployment.Store.Put(LakePath.Parse("reference/callers.csv"), "object_id,role,org_code,collaborative\nsomebody,CaseManager,,\n"u8.ToArray());
        var (exit, said) = await Submit(new SmallUpload("RWR", August, "first", Monday).WriteTo(world.Landing));
        Assert.Equal(2, exit);
        Assert.Contains("answered 503: The reference data of this deployment cannot be used", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requeue_NothingAside_SaysSo()
    {
        Assert.Equal((0, "Nothing was put aside.\n"), await Homeward(RunningApp.Key, "requeue", "--to", Address));
        Assert.Equal((1, "RWR-2025-08-first is not parked.\n"), await Homeward(RunningApp.Key, "requeue", "RWR-2025-08-first", "--to", Address));
    }

    string Address => app.Http.BaseAddress!.AbsoluteUri;

    Task<(int Exit, string Said)> Submit(string path, params string[] more) =>
        Homeward(RunningApp.Key, ["submit", path, "--to", Address, "--provider", "RWR", "--period", "2025-08", .. more]);

    internal static async Task<(int Exit, string Said)> Homeward(string key, params string[] args)
    {
        using var said = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(said, said, false, name => name == "HOMEWARD_KEY" ? key : null, TimeProvider.System);
        var exit = await new CommandLine(terminal).Run(args);
        return (exit, said.ToString());
    }
}
