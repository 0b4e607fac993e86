using System.Text.RegularExpressions;
using Homeward.App.Local;

namespace Homeward.Infra.Tests.Templates;

/// <summary>Settings that the app reads beside those that modules/function-app.bicep sets.</summary>
public sealed partial class SettingsTests
{
    /// <summary>The platform sets these.</summary>
    static readonly string[] OfThePlatform = ["FUNCTIONS_CUSTOMHANDLER_PORT", "AZURE_FUNCTIONS_ENVIRONMENT", "WEBSITE_INSTANCE_ID", "WEBSITE_AUTH_ENABLED"];

    /// <summary>Only read without the Functions host, or not in Azure.</summary>
    static readonly string[] OfALaptop = ["AzureWebJobsStorage", "HOMEWARD_KEY", "data", "landing", "port", "reference"];

    /// <summary>Read by the Functions host, not by the app.</summary>
    static readonly string[] OfTheHost =
        ["AzureWebJobsStorage__credential", "LakeStorage__credential", "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING"];

    static readonly string AppSource = string.Concat(
        Directory.EnumerateFiles(Repository.PathOf("functions", "App"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Select(File.ReadAllText));

    [Fact]
    public void Settings_OfTemplateAndApp_AreTheSame()
    {
        var set = Set();
        var read = Read();
        Assert.Equal(read.Except(OfThePlatform).Except(OfALaptop).Order(StringComparer.Ordinal), set.Except(OfTheHost).Order(StringComparer.Ordinal));
        Assert.Empty(OfTheHost.Except(set));
        Assert.Empty(OfThePlatform.Concat(OfALaptop).Except(read));
    }

    [Fact]
    public void Connections_OfFunctions_AreSet()
    {
        var connections = FunctionFile.Read(Repository.PathOf("functions", "App")).Select(function => function.Text("connection")).OfType<string>().Distinct();
        Assert.Equal(["AzureWebJobsStorage", "LakeStorage"], connections.Order(StringComparer.Ordinal));
        Assert.All(connections, connection => Assert.Contains($"{connection}__blobServiceUri", Set()));
        Assert.All(connections, connection => Assert.Contains($"{connection}__queueServiceUri", Set()));
    }

    [Fact]
    public void Secrets_OfPulls_AreSetUnderTheNamesThatTheAppLooksFor()
    {
        Assert.Contains("Secrets:{name}", AppSource, StringComparison.Ordinal);
        Assert.Contains("'Secrets__${secret.key}'", Repository.Read("infra", "modules", "function-app.bicep"), StringComparison.Ordinal);
    }

    [Fact]
    public void Template_OfTheApp_HasNoSecretInASetting()
    {
        var settings = Repository.Read("infra", "modules", "function-app.bicep");
        Assert.DoesNotContain("listKeys", settings, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("AccountKey", settings, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What the first object of the union says, whose keys are all plain.</summary>
    static List<string> Set() =>
        [.. SettingLine().Matches(BicepFile.Read("modules", "function-app.bicep").Resources.Single(resource => resource.Name == "settings").Text).Select(match => match.Groups[1].Value)];

    static List<string> Read() =>
    [
        .. ReadSetting().Matches(AppSource).Select(match => match.Groups[1].Value)
            .Concat(KeySetting().Matches(AppSource).Select(match => match.Groups[1].Value))
            .Concat(ConnectionSetting().Matches(AppSource).SelectMany(match => Parts(match.Groups[1].Value)))
            .Append(Homeward.App.Telemetry.Observability.OtlpSetting)
            .Distinct(),
    ];

    /// <summary>A connection is its services' addresses and the identity; the ledger's tables lie in the host's account.</summary>
    static IEnumerable<string> Parts(string connection) =>
        new[] { "blobServiceUri", "queueServiceUri", "clientId" }.Concat(connection == "AzureWebJobsStorage" ? ["tableServiceUri"] : [])
            .Select(part => $"{connection}__{part}");

    [GeneratedRegex("""^ {8}([A-Za-z_]+): """, RegexOptions.Multiline)]
    private static partial Regex SettingLine();

    [GeneratedRegex("""(?:settings|Configuration)\["([A-Za-z_]+)"\]""")]
    private static partial Regex ReadSetting();

    [GeneratedRegex("""Key\(settings, "([A-Z_]+)"\)""")]
    private static partial Regex KeySetting();

    [GeneratedRegex("""= Connection\("([A-Za-z]+)"\)""")]
    private static partial Regex ConnectionSetting();
}
