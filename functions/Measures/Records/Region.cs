using Homeward.Columns;
using Homeward.Measures.Reading;

namespace Homeward.Measures.Records;

/// <summary>The keys that one provider gave to its records, by number.</summary>
sealed record ProviderKeys(Utf8Pool Referrals, Utf8Pool Spells, Utf8Pool WardStays, Utf8Pool Oaps, Utf8Pool Patients, Utf8Pool Wards)
{
    /// <summary>Where patients of the period's month live, by number; metres on the British National Grid.</summary>
    public required IReadOnlyDictionary<int, (int Easting, int Northing)> Homes { get; init; }

    /// <summary>What wards of the period's month are called, by number.</summary>
    public required IReadOnlyDictionary<int, string> WardNames { get; init; }

    /// <summary>The person of each patient, by number.</summary>
    public required int[] PersonOf { get; init; }
}

/// <summary>Every record of a run, person by person: one per provider and key, the newest month's.</summary>
sealed class Region
{
    /// <summary>The month that month numbers count from.</summary>
    public required Month First { get; init; }

    public required Pools Pools { get; init; }

    /// <summary>By person, then start, then key.</summary>
    public required Spell[] Spells { get; init; }

    /// <summary>Per person, where its spells start; one more at the end.</summary>
    public required int[] SpellsOf { get; init; }

    /// <summary>By spell, then start, then key.</summary>
    public required WardStay[] Stays { get; init; }

    public required LeaveRow[] Leave { get; init; }

    /// <summary>By person, then start, then key.</summary>
    public required OapRow[] Oaps { get; init; }

    /// <summary>Per person, where its oaps rows start; one more at the end.</summary>
    public required int[] OapsOf { get; init; }

    /// <summary>By person, then received, then key.</summary>
    public required Runs<Referral> Referrals { get; init; }

    public required SmallTables Small { get; init; }

    /// <summary>By organisation code; null for organisations that sent nothing.</summary>
    public required ProviderKeys?[] KeysOf { get; init; }

    /// <summary>The person ids, by person.</summary>
    public required Utf8Pool Persons { get; init; }

    public int People => SpellsOf.Length - 1;

    public Month MonthAt(int index) => First + index;

    /// <summary>The day after a record that has not ended was last seen; its end where it has one.</summary>
    public int Until(int end, int month) => end != Day.Open ? end : MonthAt(month).End + 1;

    public ReadOnlySpan<byte> Key(in Spell spell) => KeysOf[spell.Provider]!.Spells[spell.Key];

    public ReadOnlySpan<byte> Key(in WardStay stay) => KeysOf[Spells[stay.Spell].Provider]!.WardStays[stay.Key];

    public ReadOnlySpan<byte> Key(in OapRow oap) => KeysOf[oap.Provider]!.Oaps[oap.Key];
}

/// <summary>The smaller tables. Runs are by person, in no order; beds and spend are every month's rows.</summary>
sealed record SmallTables(
    Runs<Ready> Ready,
    Runs<Caseload> Caseloads,
    Runs<Review> Reviews,
    Runs<Request> Requests,
    Offer[] Offers,
    Runs<Incident> Incidents,
    Runs<Later> Later,
    BedRow[] Beds,
    SpendRow[] Spend,
    SpendRow[] BaselineSpend)
{
    public PlacementCosts Costs { get; } = new(Spend);

    /// <summary>Whom the hub asked for a request.</summary>
    /// <param name="request">Index of the request.</param>
    public ReadOnlySpan<Offer> OffersOf(int request) => Offers.AsSpan(offerStarts[request]..offerStarts[request + 1]);

    readonly int[] offerStarts = [.. Enumerable.Range(0, Requests.Rows.Length + 1).Select(r => FirstOf(Offers, r))];

    /// <summary>The first offer of a request, or of a later one.</summary>
    static int FirstOf(Offer[] offers, int request)
    {
        var (low, high) = (0, offers.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = offers[middle].Request < request ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>True where a measure counts something of the person without a spell.</summary>
    public bool Tells(int person) => Caseloads.Of(person).Length > 0 || Requests.Of(person).Length > 0;
}
