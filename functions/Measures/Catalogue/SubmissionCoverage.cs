using Homeward.Measures.Months;
using Homeward.Measures.Stories;
using Homeward.Measures.Tallying;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

static class SubmissionCoverage
{
    static readonly Split[] Splits =
    [
        .. Enum.GetValues<MonthState>().Select(state => new Split(state.ToString().ToLowerInvariant(), Unit.Count, Figure.Sum, Windows.Standard)),
    ];

    public static Measure Measure { get; } = new(
        "K25",
        "Coverage",
        "What became of the submissions that were expected: accepted in time, accepted late, only rejected, or missing.",
        "Expected provider-months of the window by state: accepted; late = first accepted after the cut-off; rejected = only rejected ones; missing.",
        Polarity.Neutral,
        Looks.Beds,
        Splits)
    {
        Open = true,
        CountFacts = Count,
    };

    static void Count(RegionFacts facts, Window window, Tally tally)
    {
        var collaboratives = facts.Memberships.Collaboratives;
        for (var c = 0; c < collaboratives.Count; c++)
        {
            for (var month = window.First; month <= window.Last; month += 1)
            {
                foreach (var member in collaboratives[c].Members.Where(m => m.Expected && m.Effective.On(month.LastDay)))
                {
                    var subject = new ExpectedMonth
                    {
                        Person = -1,
                        PeopleCollaborative = Belonging.Memberships.None,
                        BedsCollaborative = c,
                        Provider = facts.Region.Pools.Organisations.Add(member.Organisation),
                    };
                    tally.Add(
                        Splits[(int)facts.Months.State(member.Organisation, month)], Scope.All, Lens.Beds, subject, Tally.AnyBed, 1);
                }
            }
        }
    }

    sealed class ExpectedMonth : Subject
    {
        protected override string Table => "submission";

        public override Facets Facets => Facets.Provider;
    }
}
