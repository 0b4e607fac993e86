using System.CommandLine;
using Azure;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Homeward.Cli.Help;
using Homeward.Cli.Terminals;
using Homeward.Lake.Azure.Grants;

namespace Homeward.Cli.Commands;

/// <summary>Makes a provider's upload credential. It is printed once, on standard output, and written nowhere else.</summary>
sealed class GrantCommand : ExampleCommand
{
    /// <summary>Clocks differ: a grant that begins now is refused by a storage that thinks it is a second earlier.</summary>
    static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    readonly Option<string> provider = new("--provider") { Description = "ODS code of the provider.", HelpName = "ORG", Required = true };
    readonly Option<string> account = new("--account") { Description = "Storage account of the lake.", HelpName = "NAME", Required = true };
    readonly Option<int> days = new("--days") { Description = "How long it is good for, 1 to 7.", HelpName = "N", DefaultValueFactory = _ => 7 };

    /// <param name="keys">Where delegation keys come from: null for Azure.</param>
    public GrantCommand(Terminal terminal, Func<UploadGrant, CancellationToken, Task<UserDelegationKey>>? keys = null)
        : base("grant", "Make the address with which a provider uploads: to its own directory of landing, to create and write, for a few days. Who holds it can upload; pass it on as you would a password. Signs in as 'az login' did.")
    {
        Options.Add(provider);
        Options.Add(account);
        Options.Add(days);
        SetAction(async (parsed, cancel) =>
        {
            var starts = terminal.Clock.GetUtcNow() - ClockSkew;
            var grant = new UploadGrant(parsed.GetRequiredValue(account), parsed.GetRequiredValue(provider), starts, starts + TimeSpan.FromDays(parsed.GetValue(days)));
            var address = grant.Sign(await (keys ?? FromAzure)(grant, cancel)).AbsoluteUri;
            if (parsed.GetValue(CommandLine.Json))
            {
                Json.Write(terminal.Out, new { provider = grant.Provider, expires = grant.Expires, address });
            }
            else
            {
                await terminal.Error.WriteLineAsync($"For {grant.Provider}, until {grant.Expires.UtcDateTime:yyyy-MM-dd HH:mm} UTC. Whoever has it can upload as {grant.Provider}.");
                await terminal.Out.WriteLineAsync(address);
            }

            return Exit.Done;
        });
    }

    public override IReadOnlyList<(string Line, string For)> Examples =>
    [
        ("grant --provider RWR --account stlake7f3k2 --days 2", "prints the address; azd env get-value AZURE_LAKE_ACCOUNT names the account"),
    ];

    /// <exception cref="InputException">Azure gave no key.</exception>
    static async Task<UserDelegationKey> FromAzure(UploadGrant grant, CancellationToken cancel)
    {
        try
        {
            var lake = new BlobServiceClient(UploadGrant.Endpoint(grant.Account), new ChainedTokenCredential(new EnvironmentCredential(), new AzureCliCredential()));
            return await lake.GetUserDelegationKeyAsync(grant.Starts, grant.Expires, cancel);
        }
        catch (AuthenticationFailedException)
        {
            throw new InputException("You are not signed in to Azure: 'az login', then again.");
        }
        catch (RequestFailedException e) when (e.Status == 403)
        {
            throw new InputException($"You may not make grants on {grant.Account}: ask to be added to the group that grantorGroupId of infra/app.bicep names.");
        }
        catch (RequestFailedException e)
        {
            throw new InputException($"{UploadGrant.Endpoint(grant.Account)} gave no key ({(e.Status == 0 ? "it cannot be reached" : e.Status)}): check --account.");
        }
    }
}
