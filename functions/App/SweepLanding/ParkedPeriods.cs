using System.Text.Json;
using Homeward.App.Deployments;
using Homeward.Columns;

namespace Homeward.App.SweepLanding;

/// <summary>Periods whose computation failed five times: they wait for a person, and are not tried for ever.</summary>
static class ParkedPeriods
{
    const int MostThatCanBePeeked = 32;

    public static async Task<IReadOnlySet<Month>> Of(Queues queues, CancellationToken cancel)
    {
        var messages = await queues[Queues.Compute + Queues.PoisonSuffix].PeekMessagesAsync(MostThatCanBePeeked, cancel);
        return messages.Value.Select(message => Period(message.MessageText)).OfType<Month>().ToHashSet();
    }

    static Month? Period(string message)
    {
        try
        {
            return Month.TryParse(JsonSerializer.Deserialize<ComputeMessage>(message, JsonSerializerOptions.Web)?.Period, out var period) ? period : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
