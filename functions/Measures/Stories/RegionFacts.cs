using Homeward.Columns;
using Homeward.Measures.Belonging;
using Homeward.Measures.Catalogue;
using Homeward.Measures.Months;
using Homeward.Measures.Records;
using Homeward.Measures.Tallying;
using Homeward.Measures.Time;
using Homeward.Reference;

namespace Homeward.Measures.Stories;

/// <summary>What measures read that no single person has: beds, money, which submissions came.</summary>
sealed class RegionFacts(Region region, ReferenceData reference, Memberships memberships, ProviderMonths months)
{
    readonly ILookup<string, Site> sitesByOwner = reference.Sites.ToLookup(site => site.Organisation, StringComparer.Ordinal);
    readonly Dictionary<(int Collaborative, ServiceLine Line, Month Month), HashSet<string>> flowSites = [];
    (Spending Subject, SpendRow Row)[]? spend;
    (Spending Subject, SpendRow Row)[]? baselineSpend;
    readonly Lazy<Dictionary<(int Provider, int Ward, int Month), int>> wardNights = new(() => Nights(region));

    public Region Region => region;

    public ReferenceData Reference => reference;

    public Memberships Memberships => memberships;

    public ProviderMonths Months => months;

    public Lenses Lenses { get; } = new(reference, memberships, region);

    /// <summary>Lets every measure count what no single person has.</summary>
    public void Count(IReadOnlyList<Window> windows, Tally tally)
    {
        foreach (var window in windows)
        {
            tally.Begin(window);
            foreach (var measure in MeasureCatalogue.All)
            {
                measure.CountFacts(this, window, tally);
            }
        }
    }

    /// <summary>Nights spent on a ward in the month of its beds row.</summary>
    public int WardNights(in BedRow bed) => wardNights.Value.GetValueOrDefault((bed.Provider, bed.Ward, bed.Month));

    /// <summary>Spend, person by person, so that who stands behind an amount can be counted.</summary>
    public (Spending Subject, SpendRow Row)[] SpendByPerson => spend ??= Ordered(region.Small.Spend);

    /// <summary>Spend of the baseline's months that lie before every window, and of those that a window reads too.</summary>
    public (Spending Subject, SpendRow Row)[] BaselineSpend =>
        baselineSpend ??= [.. Ordered([.. region.Small.BaselineSpend, .. region.Small.Spend]).Where(row => InBaseline(row.Subject, row.Row.Month))];

    /// <summary>The sites that a collaborative lists for a line in a month, for any home.</summary>
    public HashSet<string> FlowSites(int collaborative, ServiceLine line, Month month)
    {
        if (!flowSites.TryGetValue((collaborative, line, month), out var sites))
        {
            flowSites[(collaborative, line, month)] = sites =
            [
                .. memberships.Collaboratives[collaborative].Flow
                    .Where(row => (row.Line == line || line == ServiceLine.Unknown) && row.Effective.On(month.LastDay))
                    .Select(row => row.Site),
            ];
        }

        return sites;
    }

    /// <summary>The sites of an organisation that are open on a day.</summary>
    public IReadOnlyList<string> SitesOf(string organisation, DateOnly on) =>
        [.. sitesByOwner[organisation].Where(site => site.Effective.On(on)).Select(site => site.Code).Distinct()];

    (Spending Subject, SpendRow Row)[] Ordered(SpendRow[] rows) => [.. rows.Select(row => (Subject: Spending.Of(this, row), Row: row)).OrderBy(row => row.Subject.Person)];

    bool InBaseline(Spending subject, Month month) =>
        subject.PeopleCollaborative >= 0 && memberships.Collaboratives[subject.PeopleCollaborative] is var c
        && c.BaselineFrom <= month && month <= c.BaselineTo;

    static Dictionary<(int, int, int), int> Nights(Region region)
    {
        var nights = new Dictionary<(int, int, int), int>();
        foreach (ref readonly var stay in region.Stays.AsSpan())
        {
            var until = region.Until(stay.End, stay.Month);
            for (var month = Math.Max(0, Month.OfDay(stay.Start) - region.First); month <= stay.Month; month++)
            {
                var of = region.MonthAt(month);
                if (Math.Min(until, of.End + 1) - Math.Max(stay.Start, of.Start) is > 0 and var inMonth)
                {
                    var key = (region.Spells[stay.Spell].Provider, stay.Ward, month);
                    System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(nights, key, out _) += inMonth;
                }
            }
        }

        return nights;
    }
}
