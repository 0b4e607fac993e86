using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Homeward.App.Deployments;
using Homeward.Lake;
using Homeward.Lake.Ledger;

namespace Homeward.Faults;

/// <summary>Everything that counts in the end: curated, marts, restricted, feedback and ledger. Runs that were superseded on the way are history.</summary>
static partial class LakeSnapshot
{
    static readonly Zone[] Zones = [Zone.Curated, Zone.Feedback, Zone.Marts, Zone.Restricted, Zone.Published, Zone.Casework];

    /// <summary>Name → hash of the bytes, and a line per ledger row.</summary>
    /// <param name="maskTimes">Leaves out when a judgement was finished, which a process with a clock of its own writes into its answer.</param>
    public static async Task<SortedDictionary<string, string>> Of(Deployment deployment, bool maskTimes)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var runs = await deployment.Ledger.Runs().Select(run => run.Row).ToListAsync();
        foreach (var zone in Zones)
        {
            await foreach (var entry in deployment.Store.List(LakeFolder.Of(zone)))
            {
                var name = entry.Path!.Value.ToString();
                if (!name.StartsWith("restricted/_runs/", StringComparison.Ordinal) || runs.Exists(run => name.StartsWith(LakePaths.Run(run.Period, run.RunId!).ToString(), StringComparison.Ordinal)))
                {
                    var bytes = (await deployment.Store.Get(entry.Path!.Value))!.Bytes;
                    found[name] = Convert.ToHexStringLower(SHA256.HashData(maskTimes && zone == Zone.Feedback ? WithoutTimes(bytes) : bytes));
                }
            }
        }

        await foreach (var row in deployment.Ledger.Submissions())
        {
            found["ledger " + row.Row.Id] = Line(row.Row);
        }

        foreach (var run in runs)
        {
            found[$"ledger {run.Period}"] = $"{run.RunId} {run.Failures}";
        }

        return found;
    }

    static byte[] WithoutTimes(byte[] text) => Encoding.UTF8.GetBytes(Instant().Replace(Encoding.UTF8.GetString(text), "(time)"));

    [GeneratedRegex(@"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z|\d+ \w+ 20\d\d at \d\d:\d\d UTC")]
    private static partial Regex Instant();

    static string Line(SubmissionRow row) => string.Join(
        ' ',
        [
            row.State, row.Received.ToUnixTimeMilliseconds(), row.ContentSha256, row.KeyId, row.SpecVersion, row.ReferenceVersion, row.Lease, row.Failures, row.Problem,
            .. row.Tables.OrderBy(table => table.Key, StringComparer.Ordinal).Select(table => $"{table.Key} {table.Value}"),
        ]);

    /// <summary>Takes everything away but landing and reference data: what is made from them can be made again and compared.</summary>
    public static async Task Wipe(Deployment deployment, StorageConnection storage)
    {
        foreach (var zone in Zones)
        {
            await foreach (var entry in deployment.Store.List(LakeFolder.Of(zone)))
            {
                await deployment.Store.Delete(entry.Path!.Value);
            }
        }

        var submissions = storage.Table(Lake.Azure.TableLedger.SubmissionsTable);
        var runs = storage.Table(Lake.Azure.TableLedger.RunsTable);
        foreach (var table in new[] { submissions, runs })
        {
            await foreach (var (row, _) in table.QueryAsync())
            {
                await table.DeleteEntityAsync(row.PartitionKey, row.RowKey);
            }
        }

        foreach (var queue in Queues.All)
        {
            await deployment.Queues[queue].ClearMessagesAsync();
        }
    }
}
