using System.Text.Json;
using Homeward.App.Deployments;
using Homeward.App.Local;

namespace Homeward.App.Tests.Local;

/// <summary>The function.json files, the code and the host agree.</summary>
public sealed class FunctionFileTests
{
    static readonly IReadOnlyList<FunctionFile> Functions = FunctionFile.Read(AppContext.BaseDirectory);

    [Fact]
    public void Read_App_HasEveryFunctionOfTheDesign() => Assert.Equal(
        [
            "CloseMonth timerTrigger", "ComputePeriod queueTrigger", "GetKpis httpTrigger", "GetReport httpTrigger", "GetSubmission httpTrigger",
            "GetWorklist httpTrigger", "Health httpTrigger", "IngestFromQueue queueTrigger", "IngestSubmission blobTrigger", "ListSubmissions httpTrigger",
            "PullSubmissions timerTrigger", "Requeue httpTrigger", "Submit httpTrigger", "Summarise queueTrigger", "SweepLanding timerTrigger", "Validate httpTrigger",
        ],
        Functions.Select(function => $"{function.Name} {function.Type}"));

    [Fact]
    public void Queues_EveryTriggerQueue_IsMadeWithItsPoisonQueue()
    {
        foreach (var queue in Functions.Where(function => function.Type == "queueTrigger").Select(function => function.Text("queueName")!))
        {
            Assert.Contains(queue, Queues.All);
            Assert.Contains(queue + Queues.PoisonSuffix, Queues.All);
        }
    }

    [Fact]
    public void Timers_EverySchedule_ParsesWithSeconds()
    {
        var from = new DateTime(2025, 8, 1, 0, 0, 0, DateTimeKind.Utc);
        var next = Functions.Where(function => function.Type == "timerTrigger")
            .ToDictionary(function => function.Name, function => TimerTrigger.Parse(function.Text("schedule")!).GetNextOccurrence(from) - from);
        Assert.Equal(TimeSpan.FromMinutes(10), next["SweepLanding"]);
        Assert.Equal(TimeSpan.FromMinutes(5), next["PullSubmissions"]);
        Assert.Equal(TimeSpan.FromHours(3.5), next["CloseMonth"]);
    }

    [Fact]
    public void BlobTrigger_Manifest_ComesFromEventGridAndMatchesManifestsOnly()
    {
        var trigger = Functions.Single(function => function.Type == "blobTrigger");
        Assert.Equal("EventGrid", trigger.Text("source"));
        var path = BlobTrigger.PathPattern(trigger.Text("path")!);
        var match = path.Match("landing/RWR/2025-08/first/submission.csv");
        Assert.Equal(("RWR", "2025-08", "first"), (match.Groups["provider"].Value, match.Groups["period"].Value, match.Groups["upload"].Value));
        Assert.DoesNotMatch(path, "landing/RWR/2025-08/first/ward_stays.csv");
        Assert.DoesNotMatch(path, "landing/RWR/2025-08/first/deeper/submission.csv");
        Assert.DoesNotMatch(path, "landing/RWR/2025-08/first/submissionXcsv");
    }

    [Fact]
    public void HostFile_CustomHandler_NamesTheExecutableAndTheBundle()
    {
        using var host = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "host.json")));
        var handler = host.RootElement.GetProperty("customHandler");
        Assert.True(handler.GetProperty("enableProxyingHttpRequest").GetBoolean());
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, handler.GetProperty("description").GetProperty("defaultExecutablePath").GetString() + ".dll")));
        Assert.Equal("Microsoft.Azure.Functions.ExtensionBundle", host.RootElement.GetProperty("extensionBundle").GetProperty("id").GetString());
        Assert.Equal(new LocalOptions().Attempts, host.RootElement.GetProperty("extensions").GetProperty("queues").GetProperty("maxDequeueCount").GetInt32());
    }
}
