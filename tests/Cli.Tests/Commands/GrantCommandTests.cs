using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Azure.Storage.Blobs.Models;
using Homeward.Cli.Commands;
using Homeward.Cli.Terminals;
using Homeward.Lake.Azure.Grants;

namespace Homeward.Cli.Tests.Commands;

public sealed class GrantCommandTests
{
    [Fact]
    public async Task Grant_ForAProvider_IsPrintedOnceAndOnlyOnStandardOutput()
    {
        var answer = await Grant("--provider", "RWR", "--account", "stlakeabc", "--days", "2");

        Assert.Equal(Exit.Done, answer.Exit);
        var address = new Uri(answer.Out.TrimEnd('\n'));
        Assert.Equal("https://stlakeabc.blob.core.windows.net/landing/RWR", address.GetLeftPart(UriPartial.Path));
        Assert.Contains("&st=2025-09-15T11%3A55%3A00Z&se=2025-09-17T11%3A55%3A00Z&sr=d&sdd=1&sp=cw&", address.Query, StringComparison.Ordinal);
        Assert.Contains("RWR, until 2025-09-17 11:55 UTC", answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("sig=", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Grant_WithJson_IsOneDocument()
    {
        var answer = await Grant("--provider", "RWR", "--account", "stlakeabc", "--json");
        var json = JsonDocument.Parse(answer.Out).RootElement;
        Assert.Equal(DateTimeOffset.Parse("2025-09-22T11:55:00Z", CultureInfo.InvariantCulture), json.GetProperty("expires").GetDateTimeOffset());
        Assert.Contains("&sig=", json.GetProperty("address").GetString(), StringComparison.Ordinal);
        Assert.Empty(answer.Error);
    }

    [Theory]
    [InlineData("grant --provider RWR --account stlakeabc --days 8", "7 days at most")]
    [InlineData("grant --provider RWR --account stlakeabc --days 0", "7 days at most")]
    [InlineData("grant --provider rwr --account stlakeabc", "ODS code")]
    [InlineData("grant --provider RWR --account https://x", "storage account's name")]
    [InlineData("grant --provider RWR", "--account")]
    public async Task Grant_Impossible_SaysWhyBeforeAzureIsAsked(string line, string expected)
    {
        var answer = await Shell.Homeward(line.Split(' '));
        Assert.Equal(Exit.BadInput, answer.Exit);
        Assert.Contains(expected, answer.Error, StringComparison.Ordinal);
        Assert.Empty(answer.Out);
    }

    static async Task<Answer> Grant(params string[] args)
    {
        using var result = new StringWriter { NewLine = "\n" };
        using var problems = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(result, problems, false, _ => null, new Shell.StandingClock());
        var root = new RootCommand { CommandLine.Json, new GrantCommand(terminal, Key) };
        var exit = await root.Parse(["grant", .. args]).InvokeAsync();
        return new Answer(exit, result.ToString(), problems.ToString());
    }

    static Task<UserDelegationKey> Key(UploadGrant grant, CancellationToken cancel) => Task.FromResult(BlobsModelFactory.UserDelegationKey(
        "11111111-2222-3333-4444-555555555555", "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee", grant.Starts, grant.Expires, "b", "2022-11-02", Convert.ToBase64String(new byte[32])));
}
