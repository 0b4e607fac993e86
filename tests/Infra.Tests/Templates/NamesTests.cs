using System.Text.Json;
using Homeward.App.Deployments;
using Homeward.App.Local;
using Homeward.Lake;
using Homeward.Lake.Azure;
using Homeward.Reference;

namespace Homeward.Infra.Tests.Templates;

/// <summary>Names in infra/names.bicep beside the app's own: none in one and not in the other.</summary>
public sealed class NamesTests
{
    static readonly BicepFile Names = BicepFile.Read("names.bicep");

    static IReadOnlyList<FunctionFile> Functions => FunctionFile.Read(Repository.PathOf("functions", "App"));

    [Fact]
    public void Containers_OfTheLake_AreTheZones() =>
        Assert.Equal(Enum.GetNames<Zone>().Select(zone => zone.ToLowerInvariant()).Order(StringComparer.Ordinal), Zones().Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Queues_OfBothAccounts_AreTheApps() =>
        Assert.Equal(Queues.All.Order(StringComparer.Ordinal), Texts("hostQueues").Concat(Texts("lakeQueues")).Order(StringComparer.Ordinal));

    [Fact]
    public void PoisonedBlobEvents_LieInTheAccountThatTheTriggerWatches()
    {
        Assert.Equal([Queues.BlobPoison], Texts("lakeQueues"));
        Assert.Equal("LakeStorage", Functions.Single(function => function.Type == "blobTrigger").Text("connection"));
    }

    [Fact]
    public void Queues_ThatFunctionsReadFrom_AreInTheHostAccountWithTheirPoisonQueues()
    {
        var triggers = Functions.Where(function => function.Type == "queueTrigger").ToList();
        Assert.All(triggers, trigger => Assert.Equal("AzureWebJobsStorage", trigger.Text("connection")));
        Assert.Equal(
            triggers.Select(trigger => trigger.Text("queueName")!).SelectMany(queue => new[] { queue, queue + Queues.PoisonSuffix }).Order(StringComparer.Ordinal),
            Texts("hostQueues").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Tables_OfTheLedger_AreTheApps() =>
        Assert.Equal([TableLedger.SubmissionsTable, TableLedger.RunsTable], Texts("ledgerTables"));

    [Fact]
    public void Manifests_AreToldByWhatTheAppTakesForOne()
    {
        var events = Names.Var("manifestEvents");
        var trigger = Functions.Single(function => function.Type == "blobTrigger");
        Assert.Equal(trigger.Name, events.GetProperty("function").GetString());
        Assert.Equal("EventGrid", trigger.Text("source"));
        Assert.Equal($"landing/{{provider}}/{{period}}/{{upload}}/{LakePaths.Manifest}", trigger.Text("path"));
        Assert.Equal(LandingEventMessage.BlobCreated, events.GetProperty("eventType").GetString());
        Assert.Equal(LandingEventMessage.SubjectPrefix, events.GetProperty("subjectBegins").GetString());
        Assert.Equal("/" + LakePaths.Manifest, events.GetProperty("subjectEnds").GetString());
        Assert.Equal(Queues.Landing, events.GetProperty("queue").GetString());
        Assert.Equal(["PutBlob", "PutBlockList", "CopyBlob", "FlushWithClose", "SftpCommit"], BicepFile.Texts(events.GetProperty("apis")));
    }

    [Fact]
    public void Landing_IsKeptAsLongAsTheSettingsSay() =>
        Assert.Equal(new Settings().LandingDays, BicepFile.Read("app.bicep").Param("landingDays").GetInt32());

    /// <summary>What app.bicep can be told, main.bicep can be told; only what exists already is app.bicep's own.</summary>
    [Fact]
    public void Parameters_OfTheApp_AreTheMainTemplatesToo()
    {
        var (main, app) = (BicepFile.Read("main.bicep"), BicepFile.Read("app.bicep"));
        Assert.Equal(app.Params.Where(name => !name.StartsWith("existing", StringComparison.Ordinal)).Order(StringComparer.Ordinal), main.PassedTo("app").Order(StringComparer.Ordinal));
        foreach (var name in main.Params.Intersect(app.Params).Except(["location", "environmentName"]))
        {
            Assert.Equal(app.Param(name).ToString(), main.Param(name).ToString());
        }
    }

    [Fact]
    public void ParametersFile_NamesParametersOfTheMainTemplate()
    {
        using var file = JsonDocument.Parse(Repository.Read("infra", "main.parameters.json"));
        Assert.Empty(file.RootElement.GetProperty("parameters").EnumerateObject().Select(parameter => parameter.Name).Except(BicepFile.Read("main.bicep").Params));
    }

    static Dictionary<string, string> Zones() =>
        Names.Var("zones").EnumerateArray().ToDictionary(zone => zone.GetProperty("name").GetString()!, zone => zone.GetProperty("access").GetString()!);

    static IReadOnlyList<string> Texts(string variable) => BicepFile.Texts(Names.Var(variable));
}
