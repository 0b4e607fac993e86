using Homeward.Measures.Records;
using Homeward.Measures.Stories;
using Homeward.Measures.Tallying;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

static class LocalSpend
{
    static readonly Split Local = Money("local");
    static readonly Split NotLocal = Money("not_local");
    static readonly Split Unknown = Money("unknown");
    static readonly Split Percent = new("pct_local", Unit.Percent, Figure.Ratio, Windows.Standard) { Scale = 100 };

    public static Measure Measure { get; } = new(
        "K23",
        "Local share of spend",
        "How much of the money goes to services that are local to the collaborative's people.",
        "AmountActual by payee: local where SiteIDPayee lies in the collaborative's natural flow for the service line or, without one, all the "
            + "payee's sites do; not_local where none does; unknown where some do; COMM with a member is local. pct_local = 100 x local / "
            + "(local + not_local).",
        Polarity.HigherIsBetter,
        Looks.People,
        [Local, NotLocal, Unknown, Percent])
    {
        CountFacts = static (facts, window, tally) =>
        {
            foreach (var (subject, row) in facts.SpendByPerson)
            {
                if (subject.PeopleCollaborative >= 0 && window.First <= row.Month && row.Month <= window.Last)
                {
                    Add(tally, subject, row, IsLocal(facts, subject.PeopleCollaborative, row));
                }
            }
        },
    };

    static Split Money(string name) => new(name, Unit.Gbp, Figure.Sum, Windows.Standard) { Per = 100 };

    static void Add(Tally tally, Spending subject, in SpendRow row, bool? local)
    {
        var split = local switch { true => Local, false => NotLocal, null => Unknown };
        tally.Add(split, Scope.All, Lens.People, subject, Tally.AnyBed, row.Pence);
        if (local is not null)
        {
            tally.Add(Percent, Scope.All, Lens.People, subject, Tally.AnyBed, local.Value ? row.Pence : 0, row.Pence);
        }
    }

    static bool? IsLocal(RegionFacts facts, int collaborative, SpendRow row)
    {
        var (pools, on) = (facts.Region.Pools, row.Month.LastDay);
        var payee = pools.Organisations[row.Payee];
        var owner = facts.Memberships.Collaboratives[collaborative];
        if (row.Category == SpendCategory.Comm && owner.Members.Any(m => m.Organisation == payee && m.Effective.On(on)))
        {
            return true;
        }

        var flow = facts.FlowSites(collaborative, row.Line, row.Month);
        if (row.Site != 0)
        {
            return flow.Contains(pools.Sites[row.Site]);
        }

        var sites = facts.SitesOf(payee, on);
        var within = sites.Count(flow.Contains);
        return within == 0 ? false : within == sites.Count ? true : null;
    }
}
