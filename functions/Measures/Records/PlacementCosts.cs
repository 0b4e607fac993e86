using Homeward.Columns;
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
    public (long Pence, int Rows) Of(int oap, int spell, Window window) => Of(oap, spell, window.First, window.Last);

    /// <summary>The same, of all months to a period.</summary>
    public (long Pence, int Rows) Of(int oap, int spell, Month last) => Of(oap, spell, default, last);

    (long Pence, int Rows) Of(int oap, int spell, Month first, Month last)
    {
        var (pence, rows) = (0L, 0);
        foreach (var row in (oap < 0 ? [] : byOap[oap]).Concat(spell < 0 ? [] : bySpell[spell]))
        {
            if (first <= row.Month && row.Month <= last)
            {
                pence += row.Pence;
                rows++;
            }
        }

        return (pence, rows);
    }
}
