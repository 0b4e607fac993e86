using Homeward.Measures.Records;

namespace Homeward.Measures.Belonging;

/// <summary>Gives every ward stay its flow and its collaborative in each lens: none of them depends on the window.</summary>
static class StayBelonging
{
    public static void Fill(Region region, Func<Lenses> lenses, CancellationToken cancel)
    {
        var ranges = Split(region.Spells.Length, Environment.ProcessorCount);
        var later = lenses();
        foreach (ref var stay in region.Small.Later.Rows.AsSpan())
        {
            stay.Flow = later.FlowOf(stay.Home, stay.Line, stay.Site, stay.Month);
        }

        Parallel.ForEach(ranges, new ParallelOptions { CancellationToken = cancel }, range => Fill(region, lenses(), range.From, range.To));
    }

    static void Fill(Region region, Lenses lenses, int from, int to)
    {
        for (var s = from; s < to; s++)
        {
            ref readonly var spell = ref region.Spells[s];
            foreach (ref var stay in region.Stays.AsSpan(spell.FirstStay, spell.StayCount))
            {
                stay.Flow = lenses.FlowOf(stay.Home, stay.Line, stay.Site, stay.Month);
                stay.BedsCollaborative = (short)lenses.Beds(spell.Provider, stay.Line, stay.Month);
                stay.PeopleCollaborative = (short)(spell.Placed
                    ? lenses.Placed(spell.Sender, spell.Start, spell.Provider, stay.Home, stay.Line, stay.Month)
                    : lenses.People(spell.Provider, stay.Home, stay.Line, stay.Month));
            }
        }
    }

    static IEnumerable<(int From, int To)> Split(int count, int parts) =>
        Enumerable.Range(0, parts).Select(p => ((int)((long)count * p / parts), (int)((long)count * (p + 1) / parts)));
}
