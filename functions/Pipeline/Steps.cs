using System.Diagnostics;

namespace Homeward.Pipeline;

/// <summary>Spans of the two jobs: one trace per submission or period, a span per step. They carry ids, never values of people.</summary>
public static class Steps
{
    public const string SourceName = "Homeward.Pipeline";

    static readonly ActivitySource Source = new(SourceName);

    /// <summary>Begins a trace of its own, whatever is being traced around it.</summary>
    internal static Activity? Trace(string name, string id)
    {
        var around = Activity.Current;
        Activity.Current = null;
        var trace = Source.StartActivity(name);
        Activity.Current = trace ?? around;
        return trace?.SetTag("homeward.id", id);
    }

    /// <summary>A step of the trace that is going on.</summary>
    internal static Activity? Step(string name) => Source.StartActivity(name);
}
