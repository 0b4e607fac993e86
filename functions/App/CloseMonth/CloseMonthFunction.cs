using Homeward.App.Deployments;
using Homeward.App.Invocations;
using Homeward.Pipeline.Close;
using Homeward.Pipeline.Operations;

namespace Homeward.App.CloseMonth;

/// <summary>Daily: puts the marts of months past their cut-off on record, says who is missing, copies the ledger.</summary>
static partial class CloseMonthFunction
{
    public const string Name = "CloseMonth";

    public static void Map(IEndpointRouteBuilder app, Deployment deployment, ILogger log) =>
        app.MapFunction(Name, async (_, cancel) =>
        {
            var now = deployment.Clock.GetUtcNow();
            await LedgerCopy.Write(deployment.Store, deployment.Ledger, DateOnly.FromDateTime(now.UtcDateTime), cancel);
            var closed = await new CloseJob(deployment.Store, deployment.Ledger, await deployment.Reference.Get(cancel)).Run(now, cancel);
            var lines = new List<string>();
            foreach (var month in closed.Where(month => month.Closed || month.Unsent))
            {
                if (month.Closed)
                {
                    Closed(log, month.Period.ToString());
                    lines.Add($"{month.Period}: closed");
                }

                if (month.Missing.Count > 0)
                {
                    Missing(log, month.Period.ToString(), string.Join(' ', month.Missing));
                    lines.Add($"{month.Period}: nothing accepted from {string.Join(' ', month.Missing)}");
                }
            }

            return lines;
        });

    [LoggerMessage(LogLevel.Information, "{Period} is on record as it stood at its cut-off")]
    static partial void Closed(ILogger logger, string period);

    [LoggerMessage(LogLevel.Error, "Needs a person: nothing accepted for {Period} from {Providers} at the cut-off")]
    static partial void Missing(ILogger logger, string period, string providers);
}
