using Homeward.Measures.Belonging;
using Homeward.Measures.Records;
using Homeward.Measures.Time;

namespace Homeward.Measures.National;

/// <summary>A figure of the national file: how many, of which sender, receiver and home.</summary>
readonly record struct NationalCount(int Measure, int Window, int Sender, int Receiver, int Home, int Collaborative, int Number);

/// <summary>Counts inappropriate placements by the national rules (domain.md §3.1 to §3.4), which are not this programme's own.</summary>
/// <remarks>
/// A record is a referral with reason 10 in its receiver's submission, a spell or none. It starts when it was received and ends when it
/// was closed or the latest overlapping one was received. Nights are the spell's, one row per spell; the month counts them from the
/// spell's start, the longer windows from the referral's receipt; nothing is ever lost. Start and end beds need a ward stay that ended.
/// </remarks>
sealed class NationalReferrals(Region region, Memberships memberships, IReadOnlyList<Window> windows)
{
    /// <summary>OAP01 to OAP04, each followed by its acute twin.</summary>
    public static readonly string[] Measures = ["OAP01", "OAP01a", "OAP02", "OAP02a", "OAP03", "OAP03a", "OAP04", "OAP04a"];

    const int Started = 0;
    const int BedDays = 2;
    const int Active = 4;
    const int Ended = 6;

    readonly List<NationalCount> counts = [];
    readonly ILookup<int, Spell> spells = region.Spells.Where(s => s.Placed && s.Referral >= 0).ToLookup(s => s.Referral);
    readonly bool[] inappropriate = [.. Enumerable.Range(0, region.Pools.Reasons.Count).Select(c => region.Pools.Reasons[c] == "10")];
    readonly bool[] acute = [.. Enumerable.Range(0, region.Pools.BedClasses.Count).Select(c => region.Pools.BedClasses[c] is "200" or "201" or "202")];

    public IReadOnlyList<NationalCount> Count()
    {
        Window[] national = [.. windows.Where(w => w.Kind is Windows.Month or Windows.RollingThree or Windows.RollingTwelve)];
        for (var person = 0; person < region.People; person++)
        {
            if (IsCounted(person))
            {
                foreach (var window in national)
                {
                    Count(person, window);
                }
            }
        }

        return counts;
    }

    bool IsCounted(int person)
    {
        foreach (ref readonly var referral in region.Referrals.Of(person))
        {
            if (IsCounted(referral))
            {
                return true;
            }
        }

        return false;
    }

    bool IsCounted(in Referral referral) => referral.Placed && inappropriate[referral.Reason];

    void Count(int person, Window window)
    {
        var first = window.First - region.First;
        var start = region.Referrals.Starts[person];
        var records = Enumerable.Range(start, region.Referrals.Starts[person + 1] - start)
            .Where(r => IsCounted(region.Referrals.Rows[r]) && region.Referrals.Rows[r].Month >= first)
            .ToArray();
        foreach (var record in records)
        {
            var referral = region.Referrals.Rows[record];
            Add(window, referral, record, EndOf(referral, records));
        }
    }

    int EndOf(Referral referral, int[] records)
    {
        var later = records.Select(r => region.Referrals.Rows[r].Received)
            .Where(received => received > referral.Received && received < referral.Discharged)
            .ToArray();
        return later.Length == 0 ? referral.Discharged : later.Max();
    }

    void Add(Window window, Referral referral, int record, int end)
    {
        var stays = spells[record].SelectMany(s => region.Stays.AsSpan(s.FirstStay, s.StayCount).ToArray()).ToArray();
        if (window.Holds(referral.Received))
        {
            Add(Started, window, referral, 1, Has(stays, s => s.HasEnded && s.Start <= referral.Received && referral.Received <= s.End));
        }

        if (end != Day.Open && window.Holds(end))
        {
            Add(Ended, window, referral, 1, Has(stays, s => s.HasEnded && s.Start <= end && end <= s.End));
        }

        var lastMonth = window.Last - region.First;
        if (window.Kind == Windows.Month && (end == Day.Open || (end > window.End && referral.Month == lastMonth)))
        {
            // The month-end position stands in all three windows.
            var inAcute = Has(stays, s => s.Start <= window.End && (!s.HasEnded || s.End > window.End));
            foreach (var any in windows.Where(w => w.Kind is Windows.Month or Windows.RollingThree or Windows.RollingTwelve))
            {
                Add(Active, any, referral, 1, inAcute);
            }
        }

        foreach (var spell in spells[record])
        {
            var from = window.Kind == Windows.Month ? spell.Start : referral.Received;
            if (window.Nights(from, spell.End) is > 0 and var nights)
            {
                Add(BedDays, window, referral, nights, LastInAcute(spell));
            }
        }
    }

    void Add(int measure, Window window, in Referral referral, int number, bool inAcute)
    {
        var collaborative = referral.Sender == 0
            ? Memberships.None
            : memberships.OfMember(region.Pools.Organisations[referral.Sender], referral.Line, referral.Received);
        var count = new NationalCount(
            measure, window.Index, referral.Sender, referral.Provider, referral.Home, Math.Max(Memberships.None, collaborative), number);
        counts.Add(count);
        if (inAcute)
        {
            counts.Add(count with { Measure = measure + 1 });
        }
    }

    bool Has(WardStay[] stays, Predicate<WardStay> chosen) => Array.Exists(stays, s => acute[s.BedClass] && chosen(s));

    /// <summary>The row that the nation keeps of a spell is that of its greatest ward stay id.</summary>
    bool LastInAcute(in Spell spell)
    {
        var last = -1;
        for (var s = spell.FirstStay; s < spell.FirstStay + spell.StayCount; s++)
        {
            if (last < 0 || region.Key(region.Stays[s]).SequenceCompareTo(region.Key(region.Stays[last])) > 0)
            {
                last = s;
            }
        }

        return last >= 0 && acute[region.Stays[last].BedClass];
    }
}
