using Homeward.Infra.Tests.Templates;

namespace Homeward.Infra.Tests.Scripts;

public sealed class MakeKeysTests
{
    static readonly Dictionary<string, string> Settings = new()
    {
        ["AZURE_KEY_VAULT"] = "kv-test",
        ["AZURE_RESOURCE_GROUP"] = "rg-test",
        ["AZURE_FUNCTION_APP"] = "func-test",
        ["VAULT_ATTEMPTS"] = "3",
        ["VAULT_PAUSE"] = "0",
    };

    [Fact]
    public async Task Keys_InANewVault_AreMadeAs64HexDigitsUnderTheNamesOfTheTemplate()
    {
        using var az = new FakeAzure("""
            *"secret set"*) while [ "$1" != --file ]; do shift; done; cat "$2" >> "$AZ_STATE"; echo >> "$AZ_STATE" ;;
            """);
        var (exit, said) = await az.Run("make-keys.sh", Settings);
        Assert.Equal(0, exit);
        var keys = await File.ReadAllLinesAsync(az.State);
        Assert.Equal(2, keys.Distinct().Count());
        Assert.All(keys, key => Assert.Matches("^[0-9a-f]{64}$", key));
        var names = BicepFile.Read("names.bicep").Var("keySecrets");
        Assert.All(new[] { "lake", "trust" }, key => Assert.Contains(az.Calls, call => call.Contains($"secret set --vault-name kv-test --name {names.GetProperty(key).GetString()} ", StringComparison.Ordinal)));
        Assert.Contains("config/configreferences/appsettings/refresh", az.Calls[^1], StringComparison.Ordinal);
        // Neither the terminal nor the list of processes may show one.
        Assert.All(keys, key => Assert.DoesNotContain(key, said + string.Concat(az.Calls), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keys_ThatAreThere_AreLeftAlone()
    {
        using var az = new FakeAzure("""
            *list-deleted*) ;;
            *lake-key*) echo lake-key ;;
            *trust-key*) echo trust-key ;;
            """);
        var (exit, _) = await az.Run("make-keys.sh", Settings);
        Assert.Equal(0, exit);
        Assert.DoesNotContain(az.Calls, call => call.Contains("secret set", StringComparison.Ordinal));
    }

    /// <summary>Who may write a moment before the vault lets them list would replace the keys of a lake.</summary>
    [Theory]
    [InlineData("list-deleted")]
    [InlineData("secret list ")]
    public async Task Keys_OfAVaultThatCannotBeListed_AreNotMade(string refused)
    {
        using var az = new FakeAzure($"""*"{refused}"*) exit 1 ;;""");
        var (exit, said) = await az.Run("make-keys.sh", Settings);
        Assert.Equal(1, exit);
        Assert.Contains("cannot be listed", said, StringComparison.Ordinal);
        Assert.Equal(3, az.Calls.Count(call => call.Contains(refused, StringComparison.Ordinal)));
        Assert.DoesNotContain(az.Calls, call => call.Contains("secret set", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keys_OfAVaultThatAnswersAtLast_AreMade()
    {
        using var az = new FakeAzure("""*list-deleted*) echo x >> "$AZ_STATE"; [ "$(wc -l < "$AZ_STATE")" -ge 3 ] || exit 1 ;;""");
        var (exit, _) = await az.Run("make-keys.sh", Settings);
        Assert.Equal(0, exit);
        Assert.Equal(2, az.Calls.Count(call => call.Contains("secret set", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Keys_ThatWereDeleted_AreNotReplaced()
    {
        using var az = new FakeAzure("""*list-deleted*) echo lake-key ;;""");
        var (exit, said) = await az.Run("make-keys.sh", Settings);
        Assert.Equal(1, exit);
        Assert.Contains("az keyvault secret recover --vault-name kv-test --name lake-key", said, StringComparison.Ordinal);
        Assert.DoesNotContain(az.Calls, call => call.Contains("secret set", StringComparison.Ordinal));
    }
}
