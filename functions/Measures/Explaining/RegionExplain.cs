using Homeward.Measures.Outputs;
using Homeward.Measures.Time;

namespace Homeward.Measures.Explaining;

/// <summary>Counts one figure again, and keeps what it counted.</summary>
public static class RegionExplain
{
    /// <summary>The explanation of one figure.</summary>
    /// <exception cref="ArgumentException">The query names a measure, split, window, collaborative, breakdown or level that does not exist.</exception>
    public static Explanation Explain(RunInput input, ExplainQuery query, CancellationToken cancel = default) =>
        Explain(input, [query], cancel).Single();

    /// <summary>Several at once: the submissions are read once.</summary>
    /// <exception cref="ArgumentException">A query names something that does not exist.</exception>
    public static IReadOnlyList<Explanation> Explain(RunInput input, IReadOnlyList<ExplainQuery> queries, CancellationToken cancel = default)
    {
        var ready = ReadyRegion.Of(input, cancel);
        var texts = new LevelTexts(input.Reference, ready.Region, input.Period);
        var recordings = Array.ConvertAll([.. queries], query => new Recording(ready, new Target(input, ready, texts, query)));
        foreach (var window in ready.Windows)
        {
            Record(ready, window, [.. recordings.Where(r => r.Target.Windows.Contains(window))], cancel);
        }

        return [.. recordings.Select(r => r.Explanation(Submissions(input, r.Target)))];
    }

    static void Record(ReadyRegion ready, Window window, Recording[] recordings, CancellationToken cancel)
    {
        var person = ready.Loop.NewPerson();
        for (var p = 0; p < ready.Region.People && recordings.Length > 0; p++)
        {
            cancel.ThrowIfCancellationRequested();
            if (person.Fill(p, window))
            {
                foreach (var recording in recordings)
                {
                    recording.Begin(window);
                    recording.Target.Measure.Count(person, recording);
                    recording.Finish(person);
                }
            }
        }

        foreach (var recording in recordings)
        {
            recording.Begin(window);
            recording.Target.Measure.CountFacts(ready.Facts, window, recording);
        }
    }

    static string[] Submissions(RunInput input, Target target)
    {
        var first = target.Windows.Min(w => w.First);
        return
        [
            .. input.Months.Where(m => first <= m.Period && m.Period <= input.Period + target.Measure.Ahead)
                .OrderBy(m => m.Period)
                .ThenBy(m => m.Provider, StringComparer.Ordinal)
                .Select(m => m.SubmissionId),
        ];
    }
}
