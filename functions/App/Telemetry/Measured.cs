using System.Diagnostics.Metrics;
using Homeward.Columns;
using Homeward.Pipeline.Ingest;

namespace Homeward.App.Telemetry;

/// <summary>Counts for operators. Tags are verdicts and rule ids, never providers' values.</summary>
static class Measured
{
    public const string MeterName = "Homeward";

    static readonly Meter Meter = new(MeterName);
    static readonly Counter<long> Submissions = Meter.CreateCounter<long>("homeward.submissions", description: "Judged submissions by verdict.");
    static readonly Counter<long> Rows = Meter.CreateCounter<long>("homeward.rows", description: "Rows read.");
    static readonly Counter<long> Findings = Meter.CreateCounter<long>("homeward.findings", description: "Findings by rule.");
    static readonly Histogram<double> ComputeSeconds = Meter.CreateHistogram<double>("homeward.compute.duration", "s", "Bringing one period up to date.");
    static readonly Histogram<double> QueueAge = Meter.CreateHistogram<double>("homeward.queue.age", "s", "How long a period waited to be computed.");

    static readonly Histogram<double> JudgeSeconds = Meter.CreateHistogram<double>("homeward.submission.duration", "s", "Taking in what a provider uploaded, from event to answer.");
    static readonly Gauge<double> Coverage = Meter.CreateGauge<double>("homeward.coverage", "1", "Accepted ÷ expected providers of a month.");

    public static void Judged(IngestResult result)
    {
        Submissions.Add(1, new KeyValuePair<string, object?>("verdict", result.Row.State.ToString()));
        Rows.Add(result.Row.Tables.Values.Sum(table => (long)table.Read));
        foreach (var (rule, count) in result.Rules)
        {
            Findings.Add(count, new KeyValuePair<string, object?>("rule", rule));
        }
    }

    public static void TookIn(TimeSpan took) => JudgeSeconds.Record(took.TotalSeconds);

    /// <param name="share">Null where nobody is expected: nothing to tell.</param>
    public static void Covered(Month period, double? share)
    {
        if (share is { } known)
        {
            Coverage.Record(known, new KeyValuePair<string, object?>("period", period.ToString()));
        }
    }

    public static void Computed(TimeSpan took) => ComputeSeconds.Record(took.TotalSeconds);

    public static void Waited(TimeSpan age) => QueueAge.Record(Math.Max(0, age.TotalSeconds));
}
