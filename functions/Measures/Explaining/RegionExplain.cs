using Homeward.Measures.Outputs;

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
        return [.. queries.Select(query => Explain(input, ready, new Target(input, ready, texts, query), cancel))];
    }

    static Explanation Explain(RunInput input, ReadyRegion ready, Target target, CancellationToken cancel)
    {
        var recording = new Recording(ready, target);
        var person = ready.Loop.NewPerson();
        for (var p = 0; p < ready.Region.People; p++)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var window in target.Windows)
            {
                if (person.Fill(p, window))
                {
                    recording.Begin(window);
                    target.Measure.Count(person, recording);
                    recording.Finish(person);
                }
            }
        }

        foreach (var window in target.Windows)
        {
            recording.Begin(window);
            target.Measure.CountFacts(ready.Facts, window, recording);
        }

        return recording.Explanation(Submissions(input, target));
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
