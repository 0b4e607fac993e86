using Homeward.Columns;
using Homeward.Measures.Explaining;
using Homeward.Measures.Months;
using Homeward.Measures.Records;
using Homeward.Measures.Stories;
using Homeward.Measures.Tallying;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

static class SubmissionCoverage
{
    static readonly Split[] Splits =
    [
        .. Enum.GetValues<MonthState>().Select(state => new Split(state.ToString().ToLowerInvariant(), Unit.Count, Figure.People, Windows.Standard)),
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

    /// <summary>A month that several collaboratives expect counts once in the programme: it is counted as a person is.</summary>
    static void Count(RegionFacts facts, Window window, Tally tally)
    {
        var number = 0;
        for (var month = window.First; month <= window.Last; month += 1)
        {
            var expected = facts.Memberships.Collaboratives.SelectMany(
                (c, at) => c.Members.Where(m => m.Expected && m.Effective.On(month.LastDay)).Select(m => (m.Organisation, Collaborative: at)));
            foreach (var provider in expected.Distinct().GroupBy(e => e.Organisation, StringComparer.Ordinal))
            {
                var state = Splits[(int)facts.Months.State(provider.Key, month)];
                foreach (var (_, collaborative) in provider)
                {
                    tally.Add(state, Scope.All, Lens.Beds, Expected(facts, number, provider.Key, month, collaborative), Tally.AnyBed, 1);
                }

                number++;
            }
        }
    }

    static ExpectedMonth Expected(RegionFacts facts, int number, string provider, Month month, int collaborative) => new(month)
    {
        Person = facts.Region.People + number,
        PeopleCollaborative = Belonging.Memberships.None,
        BedsCollaborative = collaborative,
        Provider = facts.Region.Pools.Organisations.Add(provider),
    };

    sealed class ExpectedMonth(Month month) : Subject
    {
        protected override string Table => "submission";

        public override Facets Facets => Facets.Provider;

        public override ExplainedRow Source(Region region) => base.Source(region) with { Month = month };
    }
}
