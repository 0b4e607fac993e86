using Homeward.Infra.Tests.Templates;

namespace Homeward.Infra.Tests.Scripts;

public sealed class WireEventsTests
{
    const string Script = "wire-events.sh";

    static Dictionary<string, string> Settings => new()
    {
        ["AZURE_RESOURCE_GROUP"] = "rg-test",
        ["AZURE_FUNCTION_APP"] = "func-test",
        ["AZURE_HOST_ACCOUNT"] = "sthost",
        ["AZURE_LAKE_ACCOUNT"] = "stlake",
        ["AZURE_SYSTEM_TOPIC"] = "egst-test",
        ["AZURE_WORKSPACE_ID"] = "00000000-1111-2222-3333-444444444444",
        ["PROBE_PAUSE"] = "0",
        ["PROBE_ATTEMPTS"] = "3",
        ["WIRE_PAUSE"] = "0",
    };

    [Fact]
    public async Task Events_WhereTheProbeArrives_AreWiredAndTheProbeIsGone()
    {
        using var az = new FakeAzure("""*"rest --method post"*) echo 1 ;;""");
        var (exit, said) = await az.Run(Script, Settings);
        Assert.Equal(0, exit);
        Assert.Contains("the probe arrived at IngestSubmission", said, StringComparison.Ordinal);
        Assert.Contains("delivery=webhook topicName=egst-test hostAccountName=sthost functionAppName=func-test", az.Calls[0], StringComparison.Ordinal);
        Assert.Matches("^storage blob upload .*--auth-mode login --account-name stlake --container-name landing --name _probe/[0-9TZ]+/probe/submission.csv ", az.Calls[1]);
        Assert.Contains("Name == 'IngestSubmission'", az.Calls[2], StringComparison.Ordinal);
        Assert.StartsWith("storage blob delete", az.Calls[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_WiredAgain_AskForTheSame()
    {
        using var az = new FakeAzure("""*"rest --method post"*) echo 1 ;;""");
        await az.Run(Script, Settings);
        var first = az.Calls[0];
        var (exit, _) = await az.Run(Script, Settings);
        Assert.Equal(0, exit);
        Assert.Equal(first, az.Calls[0]);
    }

    [Fact]
    public async Task Events_WithPrivateNetworking_GoToTheQueue()
    {
        using var az = new FakeAzure("""*"rest --method post"*) echo 1 ;;""");
        var (_, said) = await az.Run(Script, new(Settings) { ["HOMEWARD_PRIVATE_NETWORKING"] = "true" });
        Assert.Contains("delivery=queue", az.Calls[0], StringComparison.Ordinal);
        Assert.Contains("the probe arrived at IngestFromQueue", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_WhereTheAppIsStillStarting_AreTriedAgain()
    {
        using var az = new FakeAzure("""
            *"deployment group create"*) echo x >> "$AZ_STATE"; [ "$(wc -l < "$AZ_STATE")" -ge 3 ] || exit 1 ;;
            *"rest --method post"*) echo 1 ;;
            """);
        var (exit, _) = await az.Run(Script, Settings);
        Assert.Equal(0, exit);
        Assert.Equal(3, az.Calls.Count(call => call.StartsWith("deployment group create", StringComparison.Ordinal)));
    }

    /// <summary>The role arrives late, and a new workspace has no table of requests yet.</summary>
    [Theory]
    [InlineData("storage blob upload")]
    [InlineData("rest --method post")]
    public async Task Events_WhereAStepFailsAtFirst_AreProbedAgain(string step)
    {
        using var az = new FakeAzure($"""
            *"{step}"*) echo x >> "$AZ_STATE"; [ "$(wc -l < "$AZ_STATE")" -ge 2 ] || exit 1; echo 1 ;;
            *"rest --method post"*) echo 1 ;;
            """);
        var (exit, said) = await az.Run(Script, Settings);
        Assert.Equal(0, exit);
        Assert.Contains("the probe arrived", said, StringComparison.Ordinal);
        Assert.Equal(2, az.Calls.Count(call => call.Contains(step, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Events_WhereTheProbeNeverArrives_FailAndStillCleanUp()
    {
        using var az = new FakeAzure("""*"rest --method post"*) echo 0 ;;""");
        var (exit, said) = await az.Run(Script, Settings);
        Assert.Equal(1, exit);
        Assert.Contains("did not arrive", said, StringComparison.Ordinal);
        Assert.Equal(3, az.Calls.Count(call => call.StartsWith("rest", StringComparison.Ordinal)));
        Assert.StartsWith("storage blob delete", az.Calls[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AZURE_RESOURCE_GROUP")]
    [InlineData("AZURE_WORKSPACE_ID")]
    public async Task Events_WithoutASetting_SayWhichAndCallNothing(string name)
    {
        using var az = new FakeAzure("");
        var (exit, said) = await az.Run(Script, new(Settings) { [name] = "" });
        Assert.Equal(2, exit);
        Assert.Contains(name, said, StringComparison.Ordinal);
        Assert.Empty(az.Calls);
    }

    /// <summary>azd hands the outputs of main.bicep to its hooks.</summary>
    [Fact]
    public void Scripts_NeedWhatTheTemplateGives()
    {
        var outputs = BicepFile.Read("main.bicep").Outputs;
        Assert.All(Settings.Keys.Where(name => name.StartsWith("AZURE_", StringComparison.Ordinal)).Concat(["AZURE_KEY_VAULT", "HOMEWARD_PRIVATE_NETWORKING"]), name => Assert.Contains(name, outputs));
    }
}
