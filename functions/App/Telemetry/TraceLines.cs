using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using OpenTelemetry;

namespace Homeward.App.Telemetry;

/// <summary>One readable line per trace, for a terminal: what, how it ended, how long each step took.</summary>
sealed partial class TraceLines(ILogger log) : BaseProcessor<Activity>
{
    readonly ConcurrentDictionary<ActivityTraceId, ConcurrentQueue<string>> steps = new();

    public override void OnEnd(Activity data)
    {
        if (data.ParentSpanId != default)
        {
            steps.GetOrAdd(data.TraceId, _ => new()).Enqueue(Took(data.OperationName, data.Duration));
            return;
        }

        if (steps.TryRemove(data.TraceId, out var done))
        {
            Trace(log, Took($"{data.OperationName} {data.GetTagItem("homeward.id")} {data.GetTagItem("homeward.state")}".TrimEnd(), data.Duration), string.Join(", ", done));
        }
    }

    static string Took(string what, TimeSpan duration) => string.Create(CultureInfo.InvariantCulture, $"{what} {duration.TotalMilliseconds:0} ms");

    [LoggerMessage(LogLevel.Information, "{Trace}: {Steps}")]
    static partial void Trace(ILogger logger, string trace, string steps);
}
