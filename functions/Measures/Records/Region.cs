using Homeward.Columns;
using Homeward.Measures.Reading;

namespace Homeward.Measures.Records;

/// <summary>The keys that one provider gave to its records, by number.</summary>
sealed record ProviderKeys(Utf8Pool Referrals, Utf8Pool Spells, Utf8Pool WardStays, Utf8Pool Oaps, Utf8Pool Patients, Utf8Pool Wards);

/// <summary>Every record of a run, person by person: one per provider and key, the newest month's.</summary>
/// <param name="First">The month that month numbers count from.</param>
/// <param name="Spells">By person, then start, then key.</param>
/// <param name="SpellsOf">Per person, where its spells start; one more at the end.</param>
/// <param name="Stays">By spell, then start, then key.</param>
/// <param name="Oaps">By person, then start, then key.</param>
/// <param name="OapsOf">Per person, where its oaps rows start; one more at the end.</param>
/// <param name="Referrals">By person, then received, then key.</param>
/// <param name="KeysOf">By organisation code; null for organisations that sent nothing.</param>
/// <param name="Persons">The person ids, by person.</param>
sealed record Region(
    Month First,
    Pools Pools,
    Spell[] Spells,
    int[] SpellsOf,
    WardStay[] Stays,
    LeaveRow[] Leave,
    OapRow[] Oaps,
    int[] OapsOf,
    Runs<Referral> Referrals,
    ProviderKeys?[] KeysOf,
    Utf8Pool Persons)
{
    public Month MonthAt(int index) => First + index;

    /// <summary>The day after a record that has not ended was last seen; its end where it has one.</summary>
    public int Until(int end, int month) => end != Day.Open ? end : MonthAt(month).End + 1;

    public ReadOnlySpan<byte> Key(in Spell spell) => KeysOf[spell.Provider]!.Spells[spell.Key];

    public ReadOnlySpan<byte> Key(in WardStay stay) => KeysOf[Spells[stay.Spell].Provider]!.WardStays[stay.Key];

    public ReadOnlySpan<byte> Key(in OapRow oap) => KeysOf[oap.Provider]!.Oaps[oap.Key];
}
