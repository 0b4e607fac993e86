using Homeward.Columns;
using Homeward.Measures.Stories;
using Homeward.Measures.Tallying;
using Homeward.Measures.Time;
using Homeward.Reference;

namespace Homeward.Measures.Catalogue;

/// <summary>What the months of a window cost in the baseline, without REINVEST.</summary>
/// <remarks>
/// A month is held against the latest baseline month of its name; where the baseline has none, against its last month. A cost that
/// baselines.csv states (K22, actual: pounds per year) beats the computed one for the whole collaborative.
/// </remarks>
static class SpendBaseline
{
    const string Id = "K22";
    const string Stated = "actual";
    const int MonthsOfYear = 12;

    /// <summary>The collaboratives whose saving can be told.</summary>
    public static HashSet<int> Collaboratives(RegionFacts facts, Window window)
    {
        var told = facts.BaselineSpend.Select(row => row.Subject.PeopleCollaborative)
            .Where(c => c >= 0 && facts.Memberships.Collaboratives[c].BaselineTo < window.Last)
            .ToHashSet();
        told.UnionWith(Enumerable.Range(0, facts.Memberships.Collaboratives.Count).Where(c => StatedOf(facts, c).Any()));
        return told;
    }

    /// <summary>Amounts in twelfths of a penny.</summary>
    public static IEnumerable<(Subject Subject, long Twelfths)> Of(RegionFacts facts, Window window)
    {
        var rows = facts.BaselineSpend.ToLookup(row => (row.Subject.PeopleCollaborative, row.Row.Month));
        foreach (var c in Collaboratives(facts, window))
        {
            var stated = StatedOf(facts, c).ToArray();
            foreach (var baseline in stated)
            {
                var pence = (long)Math.Round(baseline.Value * 100, MidpointRounding.AwayFromZero);
                yield return (Spending.Of(c, baseline.Line ?? ServiceLine.Unknown, 0), pence * window.Months);
            }

            for (var month = window.First; stated.Length == 0 && month <= window.Last; month += 1)
            {
                foreach (var row in rows[(c, SameMonth(facts.Memberships.Collaboratives[c], month))])
                {
                    if (row.Row.Category != Records.SpendCategory.Reinvest)
                    {
                        yield return (row.Subject, row.Row.Pence * MonthsOfYear);
                    }
                }
            }
        }
    }

    static IEnumerable<StatedBaseline> StatedOf(RegionFacts facts, int collaborative) =>
        facts.Memberships.Collaboratives[collaborative].Baselines.Where(b => b.Measure == Id && b.Split == Stated);

    static Month SameMonth(Collaborative collaborative, Month month)
    {
        if (collaborative.BaselineTo is not { } last)
        {
            return default;
        }

        var back = (last.Number - month.Number + MonthsOfYear) % MonthsOfYear;
        return collaborative.BaselineFrom is { } first && last - back < first ? last : last - back;
    }
}
