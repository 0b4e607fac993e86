using Homeward.Synthetic.Story;
using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Extract;

/// <summary>One provider's part of a story under its own local keys, which mean nothing outside it.</summary>
sealed class ProviderRecords
{
    readonly Dictionary<Person, int> patients = new(ReferenceEqualityComparer.Instance);

    /// <param name="episodes">Every stay with the provider.</param>
    /// <param name="sent">Every placement that the provider lists as sender.</param>
    public ProviderRecords(Provider provider, IEnumerable<Ward> wards, IEnumerable<Episode> episodes, IEnumerable<Episode> sent)
    {
        Provider = provider;
        Spells = [.. InOrder(episodes).Select((episode, i) => new LocalSpell(episode, i + 1, PatientOf(episode.Person)))];
        Sent = [.. InOrder(sent).Select((episode, i) => new LocalSpell(episode, i + 1, PatientOf(episode.Person)))];
        Wards = [.. wards.Select(ward => new WardCapacity(ward, Spells.SelectMany(spell => spell.Episode.Parts)))];
    }

    public Provider Provider { get; }

    /// <summary>By start.</summary>
    public IReadOnlyList<LocalSpell> Spells { get; }

    /// <summary>By start.</summary>
    public IReadOnlyList<LocalSpell> Sent { get; }

    public IReadOnlyList<WardCapacity> Wards { get; }

    int PatientOf(Person person)
    {
        if (!patients.TryGetValue(person, out var number))
            patients[person] = number = patients.Count + 1;
        return number;
    }

    static IEnumerable<Episode> InOrder(IEnumerable<Episode> episodes) => episodes.OrderBy(episode => episode.Start);
}

/// <summary>A stay as the provider numbers it.</summary>
/// <param name="Number">Of the spell and its referral, or of the row in oaps.</param>
sealed record LocalSpell(Episode Episode, int Number, int Patient);
