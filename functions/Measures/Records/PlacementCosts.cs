using Homeward.Measures.Time;

namespace Homeward.Measures.Records;

/// <summary>Spend that names a placement: by its oaps row, or by its spell where it names no oaps row.</summary>
sealed class PlacementCosts(SpendRow[] spend)
{
    readonly ILookup<int, SpendRow> byOap = spend.Where(row => row.Oap >= 0).ToLookup(row => row.Oap);
    readonly ILookup<int, SpendRow> bySpell = spend.Where(row => row.Oap < 0 && row.Spell >= 0).ToLookup(row => row.Spell);

    /// <param name="oap">-1 where there is none.</param>
    /// <param name="spell">-1 where there is none.</param>
    /// <returns>Pence of the window's months, and how many rows tell them.</returns>
    public (long Pence, int Rows) Of(int oap, int spell, Window window)
    {
        var (pence, rows) = (0L, 0);
        foreach (var row in RowsOf(oap, spell))
        {
            if (window.First <= row.Month && row.Month <= window.Last)
            {
                pence += row.Pence;
                rows++;
            }
        }

        return (pence, rows);
    }

    /// <summary>The rows themselves, of all months read.</summary>
    public IEnumerable<SpendRow> RowsOf(int oap, int spell) => (oap < 0 ? [] : byOap[oap]).Concat(spell < 0 ? [] : bySpell[spell]);
}
