using System.Text;
using Homeward.Measures.Records;

namespace Homeward.Measures.Worklist;

/// <summary>A person as one provider knows them.</summary>
/// <param name="Number">Of the LocalPatientID among the provider's; -1 where it does not know the person.</param>
readonly record struct LocalPatient(int Provider, int Number)
{
    /// <summary>As the sender's own row has them; where only the receiver told the placement, as the sender's patients have the person.</summary>
    public static LocalPatient OfSender(Region region, in WorklistEntry entry) => entry.Oap >= 0
        ? new(region.Oaps[entry.Oap].Provider, region.Oaps[entry.Oap].Patient)
        : new(entry.Sender, region.KeysOf[entry.Sender] is { } keys ? Array.IndexOf(keys.PersonOf, entry.Person) : -1);

    public static LocalPatient OfReceiver(Region region, in WorklistEntry entry) =>
        entry.Spell < 0 ? new(0, -1) : new(region.Spells[entry.Spell].Provider, region.Spells[entry.Spell].Patient);

    /// <summary>LocalPatientID with the provider's prefix; null where it does not know the person.</summary>
    public string? Id(Region region) => Number < 0 ? null : Encoding.UTF8.GetString(region.KeysOf[Provider]!.Patients[Number]);

    /// <summary>Where they live, in metres on the British National Grid; null where the provider does not say.</summary>
    public (int Easting, int Northing)? Home(Region region) =>
        Number >= 0 && region.KeysOf[Provider]!.Homes.TryGetValue(Number, out var home) ? home : null;
}
