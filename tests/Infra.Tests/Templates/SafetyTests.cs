using System.Text.Json;

namespace Homeward.Infra.Tests.Templates;

/// <summary>What an information-governance lead is told, read from the templates.</summary>
public sealed class SafetyTests
{
    const string Account = "Microsoft.Storage/storageAccounts";

    public static TheoryData<string> Accounts => ["host-storage.bicep", "lake-storage.bicep"];

    [Theory]
    [MemberData(nameof(Accounts))]
    public void Account_TakesNoKeysAndShowsNothingToThePublic(string file)
    {
        var account = Resource(file, Account);
        Assert.False(account.At("properties.allowSharedKeyAccess").GetBoolean());
        Assert.False(account.At("properties.allowBlobPublicAccess").GetBoolean());
        Assert.True(account.At("properties.supportsHttpsTrafficOnly").GetBoolean());
        Assert.Equal("TLS1_2", account.At("properties.minimumTlsVersion").GetString());
        var blobs = Resource(file, Account + "/blobServices");
        Assert.True(blobs.At("properties.deleteRetentionPolicy.enabled").GetBoolean());
        Assert.True(blobs.At("properties.containerDeleteRetentionPolicy.enabled").GetBoolean());
        Assert.Equal("None", Resource(file, Account + "/blobServices/containers").At("properties.publicAccess").GetString());
    }

    [Fact]
    public void Accounts_HostIsFlatAndLakeIsHierarchical()
    {
        Assert.False(Resource("host-storage.bicep", Account).At("properties.isHnsEnabled").GetBoolean());
        Assert.True(Resource("lake-storage.bicep", Account).At("properties.isHnsEnabled").GetBoolean());
    }

    [Fact]
    public void Lake_GivesRolesOfContainersOnly()
    {
        var assignments = BicepFile.Read("modules", "lake-roles.bicep").Resources.Where(IsAssignment).ToList();
        var ofTheAccount = Assert.Single(assignments, assignment => Source(assignment.At("scope")) == "account");
        Assert.Equal("grantorSigns", ofTheAccount.Name);
        Assert.Contains("roles.blobDelegator", ofTheAccount.Text, StringComparison.Ordinal);
        Assert.All(assignments, assignment => Assert.DoesNotContain("blobDataOwner", assignment.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void App_OnTheHostAccount_HasTheThreeRolesThatTheHostAsksFor()
    {
        var assignment = Assert.Single(BicepFile.Read("modules", "host-storage.bicep").Resources, IsAssignment);
        Assert.Contains("[roles.blobDataOwner, roles.queueDataContributor, roles.tableDataContributor]", assignment.Text, StringComparison.Ordinal);
    }

    /// <summary>https://learn.microsoft.com/azure/role-based-access-control/built-in-roles</summary>
    [Fact]
    public void Roles_AreTheBuiltInOnes() => Assert.Equal(
        new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["blobDataContributor"] = "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
            ["blobDataOwner"] = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
            ["blobDataReader"] = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
            ["blobDelegator"] = "db58b8e5-c6ad-4a2a-8342-4190687cbf4a",
            ["metricsPublisher"] = "3913510d-42f4-4e42-8a64-420c390055eb",
            ["queueDataContributor"] = "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
            ["queueMessageSender"] = "c6a89b2d-59bc-44d0-9896-0f6e12d7b80a",
            ["secretsOfficer"] = "b86a8fe4-44ce-4948-aee5-eccb2c155cd7",
            ["secretsUser"] = "4633458b-17de-408a-b874-0445c86b69e6",
            ["tableDataContributor"] = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
        },
        new SortedDictionary<string, string>(BicepFile.Read("names.bicep").Var("roles").EnumerateObject().ToDictionary(role => role.Name, role => role.Value.GetString()!), StringComparer.Ordinal));

    [Fact]
    public void Vault_CannotBePurgedAndIsReadByRole()
    {
        var vault = Resource("vault.bicep", "Microsoft.KeyVault/vaults");
        Assert.True(vault.At("properties.enablePurgeProtection").GetBoolean());
        Assert.True(vault.At("properties.enableRbacAuthorization").GetBoolean());
    }

    [Fact]
    public void SignIn_LeavesOutEventGridsPathOnly()
    {
        var signIn = BicepFile.Read("modules", "function-app.bicep").Resources.Single(resource => resource.Name == "signIn");
        Assert.True(signIn.At("properties.globalValidation.requireAuthentication").GetBoolean());
        Assert.Equal(["/runtime/webhooks/blobs"], BicepFile.Texts(signIn.At("properties.globalValidation.excludedPaths")));
    }

    [Fact]
    public void App_IsACustomHandlerOnFlexConsumption()
    {
        var app = Resource("function-app.bicep", "Microsoft.Web/sites");
        Assert.Equal("custom", app.At("properties.functionAppConfig.runtime.name").GetString());
        Assert.Equal("FC1", Resource("function-app.bicep", "Microsoft.Web/serverfarms").At("sku.name").GetString());
        Assert.True(app.At("properties.httpsOnly").GetBoolean());
        Assert.Contains("services:\n  app:\n    project: functions/App", Repository.Read("azure.yaml"), StringComparison.Ordinal);
        Assert.Contains("'azd-service-name': 'app'", app.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Telemetry_TakesNoKeys()
    {
        Assert.True(Resource("monitoring.bicep", "Microsoft.Insights/components").At("properties.DisableLocalAuth").GetBoolean());
        Assert.True(Resource("monitoring.bicep", "Microsoft.OperationalInsights/workspaces").At("properties.features.disableLocalAuth").GetBoolean());
    }

    [Fact]
    public void AccessLog_IsKeptForTwelveMonths()
    {
        Assert.Equal(365, BicepFile.Read("app.bicep").Param("accessLogDays").GetInt32());
        Assert.Contains("'StorageRead'", Resource("lake-storage.bicep", "Microsoft.Insights/diagnosticSettings").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Region_IsUkSouthUnlessAnotherIsChosen() => Assert.Equal("uksouth", BicepFile.Read("main.bicep").Param("location").GetString());

    [Fact]
    public void Alerts_LookForSentencesThatAreLogged()
    {
        var source = string.Join('\n', new[] { "App", "Pipeline" }
            .SelectMany(room => Directory.EnumerateFiles(Repository.PathOf("functions", room), "*.cs", SearchOption.AllDirectories))
            .SelectMany(File.ReadLines)
            .Where(line => line.Contains('"', StringComparison.Ordinal) && !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));
        var rules = BicepFile.Read("modules", "alerts.bicep").Var("rules").EnumerateArray().ToDictionary(rule => rule.GetProperty("name").GetString()!, rule => rule.GetProperty("phrase").GetString()!);
        Assert.Equal(["homeward-figures", "homeward-missing", "homeward-parked", "homeward-poison", "homeward-pull", "homeward-stuck"], rules.Keys.Order(StringComparer.Ordinal));
        // The Functions host's own sentence: Microsoft.Azure.WebJobs.Host.Queues.QueueProcessor.
        Assert.Equal("Moving message to queue", rules["homeward-poison"]);
        Assert.All(rules.Where(rule => rule.Key != "homeward-poison"), rule => Assert.Contains(rule.Value, source, StringComparison.Ordinal));
    }

    [Fact]
    public void Sftp_LetsAUserIntoItsOwnDirectoryByAclOnly()
    {
        var user = Resource("lake-storage.bicep", Account + "/localUsers");
        Assert.Contains("homeDirectory: 'landing/${trust.provider}'", user.Text, StringComparison.Ordinal);
        Assert.True(user.At("properties.allowAclAuthorization").GetBoolean());
        Assert.Empty(user.At("properties.permissionScopes").EnumerateArray());
        Assert.False(user.At("properties.hasSshPassword").GetBoolean());
    }

    static BicepResource Resource(string file, string type) => BicepFile.Read("modules", file).Resources.Single(resource => resource.Type == type && !resource.Existing);

    static bool IsAssignment(BicepResource resource) => resource.Type == "Microsoft.Authorization/roleAssignments";

    static string? Source(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetProperty("$").GetString();
}
