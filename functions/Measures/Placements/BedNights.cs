using Homeward.Measures.Stories;

namespace Homeward.Measures.Placements;

/// <summary>How a placement's nights in a window divide among the beds in which they were spent.</summary>
static class BedNights
{
    /// <summary>Nights that lie in at least one of the stays chosen.</summary>
    public static int In(PersonWindow person, Placement placement, Predicate<PersonStay> chosen)
    {
        var counted = Math.Max(placement.Start, person.Window.Start);
        var until = Math.Min(placement.Until, person.Window.End + 1);
        var nights = 0;
        foreach (var stay in placement.Spell.Stays(person))
        {
            if (chosen(stay))
            {
                var start = Math.Max(counted, stay.Start);
                var end = Math.Min(until, stay.Until);
                if (end > start)
                {
                    nights += end - start;
                    counted = end;
                }
            }
        }

        return nights;
    }

    /// <summary>Nights in each bed class; nights in no stay at all are of the unknown class.</summary>
    public static List<(int BedClass, int Nights)> ByClass(PersonWindow person, Placement placement)
    {
        var classes = new List<(int BedClass, int Nights)>();
        foreach (var stay in placement.Spell.Stays(person))
        {
            if (!classes.Exists(c => c.BedClass == stay.BedClass))
            {
                classes.Add((stay.BedClass, In(person, placement, other => other.BedClass == stay.BedClass)));
            }
        }

        var nowhere = person.Window.Nights(placement.Start, placement.Until) - In(person, placement, _ => true);
        if (nowhere > 0)
        {
            classes.Add((0, nowhere));
        }

        classes.RemoveAll(c => c.Nights == 0);
        return classes;
    }
}
