using Homeward.Measures.Records;

namespace Homeward.Measures.Placements;

/// <summary>Finds the receiver's and the sender's account of the same placement.</summary>
/// <remarks>Holds buffers: one per thread.</remarks>
sealed class Matching(Region region)
{
    /// <summary>How far apart the starts of two accounts may lie, in days, where their dates do not overlap.</summary>
    const int DaysApart = 7;

    readonly List<(int Days, int Spell, int Oap)> pairs = [];

    /// <summary>One to one, nearest starts first, then receiver key, then sender key.</summary>
    /// <param name="spells">The person's placed spells in the window, as indexes of the region.</param>
    /// <param name="oaps">The person's oaps rows in the window, as indexes of the region.</param>
    /// <param name="matched">Receives, for each spell, its oaps row; -1 none.</param>
    public void Match(ReadOnlySpan<int> spells, ReadOnlySpan<int> oaps, Span<int> matched)
    {
        matched.Fill(-1);
        pairs.Clear();
        for (var s = 0; s < spells.Length; s++)
        {
            foreach (var oap in oaps)
            {
                if (Same(region.Spells[spells[s]], region.Oaps[oap]))
                {
                    pairs.Add((Math.Abs(region.Spells[spells[s]].Start - region.Oaps[oap].Start), s, oap));
                }
            }
        }

        if (pairs.Count > 1)
        {
            Sort(spells.ToArray());
        }

        foreach (var (_, spell, oap) in pairs)
        {
            if (matched[spell] < 0 && !matched.Contains(oap))
            {
                matched[spell] = oap;
            }
        }
    }

    void Sort(int[] spells) => pairs.Sort((a, b) =>
    {
        var byDays = a.Days.CompareTo(b.Days);
        if (byDays != 0)
        {
            return byDays;
        }

        var byReceiver = region.Key(region.Spells[spells[a.Spell]]).SequenceCompareTo(region.Key(region.Spells[spells[b.Spell]]));
        return byReceiver != 0 ? byReceiver : region.Key(region.Oaps[a.Oap]).SequenceCompareTo(region.Key(region.Oaps[b.Oap]));
    });

    /// <summary>Sender and receiver agree, and the days on which either was seen meet or the starts lie close.</summary>
    bool Same(in Spell spell, in OapRow oap) =>
        spell.Sender != 0 && spell.Sender == oap.Sender && spell.Provider == oap.Receiver
        && (Math.Abs(spell.Start - oap.Start) <= DaysApart
            || (spell.Start <= LastSeen(oap.End, oap.Month) && oap.Start <= LastSeen(spell.End, spell.Month)));

    int LastSeen(int end, int month) => end != Day.Open ? end : region.MonthAt(month).End;
}
