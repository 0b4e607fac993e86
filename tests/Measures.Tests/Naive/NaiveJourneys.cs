namespace Homeward.Measures.Tests.Naive;

/// <summary>kpis.md §2, "Journey": each spell that starts no later than the day after the one before ended continues it.</summary>
static class NaiveJourneys
{
    public static IEnumerable<List<NaiveSpell>> Of(IEnumerable<NaiveSpell> spells)
    {
        foreach (var person in spells.GroupBy(s => s.Person))
        {
            List<NaiveSpell> journey = [];
            foreach (var spell in person.OrderBy(s => s.Start).ThenBy(s => $"{s.Provider}|{s.Key}", StringComparer.Ordinal))
            {
                if (journey.Count > 0 && spell.Start > journey.Max(Gone).AddDays(1))
                {
                    yield return journey;
                    journey = [];
                }

                journey.Add(spell);
            }

            yield return journey;
        }
    }

    /// <summary>The spell that a journey ends with.</summary>
    public static NaiveSpell Last(List<NaiveSpell> journey) => journey.Last(s => Gone(s) == journey.Max(Gone));

    /// <summary>The day a spell is known to be over; a lost one is known until the end of its month.</summary>
    static DateOnly Gone(NaiveSpell spell) =>
        spell.Open ? DateOnly.MaxValue.AddDays(-1) : spell.End ?? spell.Month.LastDay.AddDays(1);
}
