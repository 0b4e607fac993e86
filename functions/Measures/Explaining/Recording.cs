using Homeward.Measures.Catalogue;
using Homeward.Measures.Stories;
using Homeward.Measures.Tallying;

namespace Homeward.Measures.Explaining;

/// <summary>Keeps the contributions to one figure, and why others are not in it.</summary>
sealed class Recording(ReadyRegion ready, Target target) : Tally(ready.Layout)
{
    public Target Target => target;

    readonly List<CountedRow> counted = [];
    readonly List<LeftOutRow> leftOut = [];
    readonly HashSet<int> people = [];
    readonly HashSet<Subject> looked = [];

    public override void Add(Split split, Scope scope, Lens lens, Subject subject, int bedClass, long numerator, long denominator)
    {
        var decides = ReferenceEquals(split.Together ?? split, target.Split.Together ?? target.Split);
        if (!decides || scope != target.Scope || lens != target.Lens || !split.Has(lens))
        {
            return;
        }

        Look(subject);
        if (Falls(subject, bedClass) is { } rule)
        {
            LeaveOut(split, subject, rule);
        }
        else if (split.Figure == Figure.People && !people.Add(subject.Person))
        {
            LeaveOut(split, subject, "The person is counted already.");
        }
        else if (ReferenceEquals(split, target.Split))
        {
            Count(subject, split.Figure == Figure.People ? 1 : (double)numerator / split.Per, denominator);
        }
    }

    public override void AddBedClass(Split split, Scope scope, Lens lens, Subject subject, int bedClass, long numerator)
    {
        if (ReferenceEquals(split, target.Split) && scope == target.Scope && lens == target.Lens && Layout.BedClassCell(bedClass) == target.Cell
            && Belongs(subject) is null)
        {
            Look(subject);
            Count(subject, numerator, 0);
        }
    }

    public override void AddValue(Split split, Lens lens, Subject subject, int bedClass, double value)
    {
        if (ReferenceEquals(split, target.Split) && lens == target.Lens && split.Has(lens))
        {
            Look(subject);
            if (Falls(subject, bedClass) is { } rule)
            {
                LeaveOut(split, subject, rule);
            }
            else
            {
                Count(subject, value / split.Per, 1);
            }
        }
    }

    /// <summary>Says why rows of the person that the measure could have counted were passed over.</summary>
    public void Finish(PersonWindow person)
    {
        if (target.Measure.OfPlacements)
        {
            PassOver(person.Placements, p => WhyNot.Of(p, person));
        }
        else if (target.Measure.Of == Counted.Spells)
        {
            PassOver(person.Spells, s => WhyNot.Of(s, person));
        }
        else if (target.Measure.Of == Counted.WardStays)
        {
            PassOver(person.Stays, s => WhyNot.Of(s, person));
        }

        looked.Clear();
    }

    public Explanation Explanation(IReadOnlyList<string> submissions)
    {
        var rows = counted.OrderBy(r => r.Row.Table, StringComparer.Ordinal)
            .ThenBy(r => r.Row.Key, StringComparer.Ordinal)
            .ThenBy(r => r.Row.Provider, StringComparer.Ordinal)
            .ThenBy(r => r.Row.Month)
            .ThenBy(r => r.Row.Start)
            .ThenBy(r => r.Numerator)
            .ToArray();
        var (value, numerator, denominator) = Value(rows);
        return new(
            target.Measure,
            target.Split,
            target.Query,
            value,
            numerator,
            denominator,
            rows,
            [.. leftOut.OrderBy(r => r.Row.Table, StringComparer.Ordinal).ThenBy(r => r.Row.Key, StringComparer.Ordinal).ThenBy(r => r.Rule, StringComparer.Ordinal)],
            submissions);
    }

    (double? Value, double? Numerator, double? Denominator) Value(CountedRow[] rows)
    {
        var split = target.Split;
        var (sum, of) = (rows.Sum(r => r.Numerator), rows.Sum(r => r.Denominator));
        return split.Figure switch
        {
            Figure.Ratio => of == 0 ? (null, sum, of) : (split.Scale * sum / of, sum, of),
            Figure.Quantile => rows.Length == 0 ? (null, null, 0) : (split.Scale * Quantile([.. rows.Select(r => r.Numerator).Order()], split.Quantile), null, of),
            _ => (split.Scale * sum, split.Scale * sum, null),
        };
    }

    static double Quantile(double[] sorted, double share)
    {
        var at = (sorted.Length - 1) * share;
        var lower = sorted[(int)Math.Floor(at)];
        return lower + (at - Math.Floor(at)) * (sorted[(int)Math.Ceiling(at)] - lower);
    }

    void Count(Subject subject, double numerator, double denominator) =>
        counted.Add(new(subject.Source(ready.Region), numerator, denominator));

    void LeaveOut(Split split, Subject subject, string rule)
    {
        if (ReferenceEquals(split, target.Split))
        {
            leftOut.Add(new(subject.Source(ready.Region), rule));
        }
    }

    /// <summary>A placement counts by itself, or as what it is for a measure: nothing of it is passed over then.</summary>
    void Look(Subject subject)
    {
        looked.Add(subject);
        if (subject.Placed is { } placement)
        {
            looked.Add(placement);
        }
    }

    void PassOver<T>(ReadOnlySpan<T> subjects, Func<T, string> why)
        where T : Subject
    {
        foreach (var subject in subjects)
        {
            if (!looked.Contains(subject))
            {
                leftOut.Add(new(subject.Source(ready.Region), why(subject)));
            }
        }
    }

    /// <summary>Why a contribution is not of the target's row; null where it is.</summary>
    string? Falls(Subject subject, int bedClass)
    {
        if (Belongs(subject) is { } other)
        {
            return other;
        }

        return subject.Cells(target.Lens, Layout).Contains(target.Cell) || (bedClass >= 0 && Layout.BedClassCell(bedClass) == target.Cell)
            ? null
            : $"It has another level of {target.Query.Breakdown}.";
    }

    string? Belongs(Subject subject)
    {
        var collaboratives = ready.Facts.Memberships.Collaboratives;
        var own = subject.Collaborative(target.Lens);
        if (own < 0)
        {
            return "It belongs to no collaborative.";
        }

        return target.Collaborative != collaboratives.Count && own != target.Collaborative ? $"It belongs to {collaboratives[own].Code}."
            : Window.IsFor(own) ? null
            : $"{collaboratives[own].Code} has no such window.";
    }
}
