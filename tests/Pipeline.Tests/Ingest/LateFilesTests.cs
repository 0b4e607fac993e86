using System.Text;
using Homeward.Columns;
using Homeward.Lake;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Arrivals;
using Homeward.Pipeline.Ingest;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.Pipeline.Tests.Ingest;

/// <summary>SUB010: what comes after the judgement is not read, and the provider is told.</summary>
public sealed class LateFilesTests : IDisposable
{
    static readonly Month August = new(2025, 8);
    static readonly DateTime Monday = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);

    readonly SmallWorld world = new();
    readonly SmallLake lake;

    public LateFilesTests() => lake = new(world);

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Run_TableThatCameAfterTheJudgement_IsToldAndNotRead()
    {
        var judged = await lake.Take(Upload());
        var before = SmallWorld.Snapshot(lake.Folder);
        Later("crfd.csv", "CRFDID,HospProvSpellID,StartDate,EndDate\nC1,S1,2025-08-04,\n");

        var again = await lake.Judge(Upload());

        Assert.Equal(IngestOutcome.JudgedBefore, again.Outcome);
        Assert.Equal(["crfd.csv"], again.LateFiles);
        Assert.Equal(judged.Row with { Tables = again.Row.Tables, Rules = again.Row.Rules, Files = again.Row.Files }, again.Row);
        Assert.Contains("\"late_files\": [\n    \"crfd.csv\"\n  ]", await Feedback("summary.json"), StringComparison.Ordinal);
        Assert.Contains("\"status\": \"accepted\"", await Feedback("summary.json"), StringComparison.Ordinal);
        Assert.Contains("SUB010,W,,,,,,\"crfd.csv arrived or changed after", await Feedback("findings.csv"), StringComparison.Ordinal);
        Assert.Contains("Files that came too late", await Feedback("report.html"), StringComparison.Ordinal);
        var after = SmallWorld.Snapshot(lake.Folder);
        Assert.Equal(
            ["feedback/RWR/2025-08/first/findings.csv", "feedback/RWR/2025-08/first/report.html", "feedback/RWR/2025-08/first/summary.json"],
            after.Where(file => before[file.Key] != file.Value).Select(file => file.Key));
    }

    [Fact]
    public async Task Run_TableThatChanged_IsToldEvenWhereItsLengthIsTheSame()
    {
        await lake.Take(Upload());
        Later("beds.csv", Encoding.UTF8.GetString(Upload().Files["beds.csv"]).Replace("500", "501", StringComparison.Ordinal));
        Assert.Equal(["beds.csv"], (await lake.Judge(Upload())).LateFiles);
    }

    [Fact]
    public async Task Run_MoreComesLater_AllOfItIsTold()
    {
        await lake.Take(Upload());
        Later("crfd.csv", "CRFDID,HospProvSpellID,StartDate,EndDate\n");
        await lake.Judge(Upload());
        Later("oaps.csv", "OAPID\n");
        await lake.Judge(Upload());
        var told = SmallWorld.Snapshot(lake.Folder);

        Assert.Equal(["crfd.csv", "oaps.csv"], (await lake.Judge(Upload())).LateFiles);
        Assert.Equal(2, (await Feedback("findings.csv")).Split("\nSUB010,").Length - 1);
        Assert.Equal(2, (await Feedback("report.html")).Split("Files that came too late").Length);
        SmallWorld.AssertSame(told, SmallWorld.Snapshot(lake.Folder));
    }

    [Fact]
    public async Task Run_LandingCopiedAgainWithTheSameFiles_TellsNothing()
    {
        await lake.Take(Upload());
        var before = SmallWorld.Snapshot(lake.Folder);
        foreach (var (name, bytes) in Upload().Files)
        {
            Later(name, Encoding.UTF8.GetString(bytes));
        }

        Assert.Empty((await lake.Judge(Upload())).LateFiles);
        SmallWorld.AssertSame(before, SmallWorld.Snapshot(lake.Folder));
    }

    [Fact]
    public async Task Arrival_OfALateFile_IsToldInTheFeedback()
    {
        var storage = new SmallLake(world, "storage") { Options = new("test") };
        Upload().WriteTo(world.Landing);
        var arrivals = new ArrivalJob(storage.Store, storage.Ledger, storage.Ingest);
        Assert.Equal(LedgerState.Published, Assert.Single((await arrivals.Run("RWR", _ => Task.CompletedTask)).Judged).Row.State);
        Later("oaps.csv", "OAPID\n");

        Assert.Empty((await arrivals.Run("RWR", _ => Task.CompletedTask)).Judged);

        var summary = await storage.Store.Get(LakePaths.Feedback("RWR", August, "first").File("summary.json"));
        Assert.Contains("oaps.csv", Encoding.UTF8.GetString(summary!.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_SecondMonth_ReportsTheFindingsOfTheFirstBesideItsOwn()
    {
        await lake.Take(new SmallUpload("RWR", August - 1, "first", Monday.AddMonths(-1), people: 5).Change("patients.csv", "SG1 1AA", "SG1 9ZZ"));
        await lake.Take(Upload(people: 4));

        var july = (await lake.Ledger.Submission("RWR", August - 1, "first"))!.Row;
        Assert.Equal(5, july.Rules!["PAT004"]);
        var report = await Feedback("report.html");
        Assert.Contains(
            "<tr><th scope=\"row\">PAT004 Postcode missing or not known</th><td class=\"numeric\">5</td><td class=\"numeric\">0</td><td class=\"numeric\">",
            report,
            StringComparison.Ordinal);
        Assert.Contains("<tr><th scope=\"row\">patients</th><td class=\"numeric\">5</td><td class=\"numeric\">4</td>", report, StringComparison.Ordinal);
    }

    static SmallUpload Upload(int people = 3) => new("RWR", August, "first", Monday, people);

    /// <summary>Lands a file with a time after everything that is in the lake.</summary>
    void Later(string name, string text)
    {
        var file = Path.Combine(world.Landing, "RWR", "2025-08", "first", name);
        File.WriteAllText(file, text);
        File.SetLastWriteTimeUtc(file, TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(5));
    }

    async Task<string> Feedback(string file) =>
        Encoding.UTF8.GetString((await lake.Store.Get(LakePaths.Feedback("RWR", August, "first").File(file)))!.Bytes);
}
