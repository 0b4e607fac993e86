using System.Text;
using Homeward.Measures.Records;

namespace Homeward.Measures.Reading;

/// <summary>Brings the smaller tables together, and finds the spells and oaps rows that they name, in whichever provider.</summary>
sealed class SmallAssembly(
    Pools pools,
    ProviderReader[] providers,
    ProviderBases[] bases,
    int people,
    Grouped<Spell> spells,
    Grouped<WardStay> stays,
    Grouped<OapRow> oaps)
{
    readonly Dictionary<string, int> byCode = providers.Select((p, i) => (Code: pools.Organisations[p.Provider], i))
        .ToDictionary(p => p.Code, p => p.i, StringComparer.Ordinal);

    public SmallTables Assemble()
    {
        Runs<Ready> ready = null!;
        Runs<Caseload> caseloads = null!;
        Runs<Review> reviews = null!;
        Runs<Request> requests = null!;
        Offer[] offers = [];
        Runs<Incident> incidents = null!;
        Runs<Later> later = null!;
        SpendRow[] spend = [];
        SpendRow[] baselineSpend = [];
        Parallel.Invoke(
            () =>
            {
                // One after the other: they search the keys of other providers.
                reviews = Grouping.Group<Review>(
                    [.. providers.SelectMany((p, i) => p.Reviews.Rows.Select(row => Resolved(row, p, bases[i])))], (in Review row) => row.Person, people).Runs;
                spend = [.. providers.SelectMany(p => p.Spend.Rows.Select(row => Resolved(row, p)))];
                baselineSpend = [.. providers.SelectMany(p => p.BaselineSpend.Rows.Select(row => Resolved(row, p)))];
            },
            () => ready = Runs(p => p.Ready.Rows, (row, at) => row with { Spell = SpellAt(row.Spell, at) }, (in Ready row) => PersonOf(row.Spell)),
            () => caseloads = Runs(p => p.Caseloads.Rows, (row, at) => row with { Person = at.Person[row.Person] }, (in Caseload row) => row.Person),
            () => requests = RequestRuns(out offers),
            () => incidents = Runs(
                p => p.Incidents.Rows,
                (row, at) => row with { Stay = StayAt(row.Stay, at) },
                (in Incident row) => row.Stay < 0 ? -1 : PersonOf(stays.Runs.Rows[row.Stay].Spell)),
            () => later = Runs(p => p.Later, (row, at) => row with { Person = at.Person[row.Person] }, (in Later row) => row.Person));
        return new(ready, caseloads, reviews, requests, offers, incidents, later, [.. providers.SelectMany(p => p.Beds.Rows)], spend, baselineSpend);
    }

    Runs<T> Runs<T>(Func<ProviderReader, List<T>> rows, Func<T, ProviderBases, T> moved, Owner<T> person) =>
        Grouping.Group([.. providers.SelectMany((p, i) => rows(p).Select(row => moved(row, bases[i])))], person, people).Runs;

    Runs<Request> RequestRuns(out Offer[] offers)
    {
        List<Request> requests = [];
        List<Offer> asked = [];
        for (var p = 0; p < providers.Length; p++)
        {
            var (first, at) = (requests.Count, bases[p]);
            requests.AddRange(providers[p].Requests.Rows.Select(row => row with { Person = at.Person[row.Person] }));
            asked.AddRange(providers[p].Offers.Rows.Select(row => row with { Request = row.Request < 0 ? -1 : row.Request + first }));
        }

        var grouped = Grouping.Group<Request>([.. requests], (in Request row) => row.Person, people);
        offers = [.. asked.Where(o => o.Request >= 0).Select(o => o with { Request = grouped.Position[o.Request] }).OrderBy(o => o.Request)];
        return grouped.Runs;
    }

    int SpellAt(int spell, ProviderBases at) => spell < 0 ? -1 : spells.Position[spell + at.Spells];

    int StayAt(int stay, ProviderBases at) => stay < 0 ? -1 : stays.Position[stay + at.Stays];

    int PersonOf(int spell) => spell < 0 ? -1 : spells.Runs.Rows[spell].Person;

    /// <summary>A review is of the person whose spell or oaps row it names: its own provider may not know who that is.</summary>
    Review Resolved(Review row, ProviderReader provider, ProviderBases at)
    {
        var (spell, oap) = (Spell(row.Spell, provider), Oap(row.Oap, provider));
        var person = spell >= 0 ? PersonOf(spell) : oap >= 0 ? oaps.Runs.Rows[oap].Person : at.Person[row.Person];
        return row with { Person = person, Spell = spell, Oap = oap };
    }

    SpendRow Resolved(SpendRow row, ProviderReader provider) => row with { Spell = Spell(row.Spell, provider), Oap = Oap(row.Oap, provider) };

    int Spell(int link, ProviderReader provider)
    {
        if (link < 0 || Owner(provider.Links[link]) is not (>= 0 and var owner))
        {
            return -1;
        }

        return SpellAt(providers[owner].Spells.Keys.Find(provider.Links[link]), bases[owner]);
    }

    int Oap(int link, ProviderReader provider)
    {
        if (link < 0 || Owner(provider.Links[link]) is not (>= 0 and var owner))
        {
            return -1;
        }

        var oap = providers[owner].Oaps.Keys.Find(provider.Links[link]);
        return oap < 0 ? -1 : oaps.Position[oap + bases[owner].Oaps];
    }

    /// <summary>The provider whose record a key names: the part before the bar.</summary>
    int Owner(ReadOnlySpan<byte> key)
    {
        var bar = key.IndexOf((byte)'|');
        return bar < 0 ? -1 : byCode.GetValueOrDefault(Encoding.UTF8.GetString(key[..bar]), -1);
    }
}
