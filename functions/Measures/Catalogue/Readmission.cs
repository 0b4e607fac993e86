using Homeward.Measures.Placements;
using Homeward.Measures.Records;
using Homeward.Measures.Stories;
using Homeward.Measures.Tallying;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

static class Readmission
{
    static readonly Split Long = new("pct_30", Unit.Percent, Figure.Ratio, Windows.Standard) { Scale = 100 };
    static readonly Split Short = new("pct_14", Unit.Percent, Figure.Ratio, Windows.Standard) { Scale = 100 };

    public static Measure Measure { get; } = new(
        "K17",
        "Readmission",
        "How many of those discharged in the window were back in hospital within 30 (14) days, anywhere in the deployment.",
        "Discharges less methods 4, 6, 7, 8 and destinations 48, 49, 50, 53, 79, 84, 87, whose person's next spell, another one, starts 0 to 30 "
            + "(14) days later; people lens: journeys' ends and the next journey, so that a transfer is neither. Reads two months ahead.",
        Polarity.LowerIsBetter,
        Looks.Both,
        [Long, Short])
    {
        Of = Counted.Spells,
        Ahead = 2,
        Count = static (person, tally) =>
        {
            foreach (var spell in person.Spells)
            {
                if (spell.BedsCollaborative >= 0 && person.Window.Holds(spell.End) && GoesHome(person, spell))
                {
                    Add(person, tally, Lens.Beds, spell, NextSpell(person, spell) - spell.End);
                }
            }

            foreach (var journey in person.Journeys)
            {
                if (person.Window.Holds(journey.End) && GoesHome(person, journey.Last) && !GoesOn(person, journey))
                {
                    Add(person, tally, Lens.People, journey.Last, NextJourney(person, journey) - journey.End);
                }
            }
        },
    };

    static void Add(PersonWindow person, Tally tally, Lens lens, PersonSpell spell, long daysLater)
    {
        var bedClass = BedAt.End(spell.Stays(person), spell.End);
        tally.Add(Long, Scope.All, lens, spell, bedClass, daysLater <= person.Settings.ReadmissionDays ? 1 : 0, 1);
        tally.Add(Short, Scope.All, lens, spell, bedClass, daysLater <= person.Settings.ShortReadmissionDays ? 1 : 0, 1);
    }

    /// <summary>Neither death nor transfer, as far as the record tells.</summary>
    static bool GoesHome(PersonWindow person, PersonSpell spell)
    {
        var pools = person.Region.Pools;
        if (spell.Record < 0)
        {
            return pools.EndReasons[person.Region.Oaps[spell.Oap].EndReason] is not ("DIE" or "TRF" or "REP");
        }

        ref readonly var record = ref person.Region.Spells[spell.Record];
        return pools.DischargeMethods[record.DischargeMethod] is not ("4" or "6" or "7" or "8")
            && pools.Destinations[record.Destination] is not ("48" or "49" or "50" or "53" or "79" or "84" or "87");
    }

    static long NextSpell(PersonWindow person, PersonSpell discharged)
    {
        long next = Day.Open;
        foreach (var spell in person.Spells)
        {
            if (spell != discharged && spell.Start >= discharged.End)
            {
                next = Math.Min(next, spell.Start);
            }
        }

        return Math.Min(next, NextLater(person, discharged.End));
    }

    static long NextJourney(PersonWindow person, Journey ended)
    {
        long next = Day.Open;
        foreach (var journey in person.Journeys)
        {
            if (journey.Start > ended.End)
            {
                next = Math.Min(next, journey.Start);
            }
        }

        return Math.Min(next, NextLater(person, ended.End));
    }

    static int NextLater(PersonWindow person, int from)
    {
        var next = Day.Open;
        foreach (ref readonly var later in person.Region.Small.Later.Of(person.Person))
        {
            if (later.IsSpell && later.Start >= from)
            {
                next = Math.Min(next, later.Start);
            }
        }

        return next;
    }

    /// <summary>A month ahead tells of a spell that continues the journey: it lasts into that month, whenever it began.</summary>
    static bool GoesOn(PersonWindow person, Journey journey)
    {
        foreach (ref readonly var later in person.Region.Small.Later.Of(person.Person))
        {
            if (later.IsSpell && later.Start <= journey.End + 1 && !(later.IsSent && EndsWithin(person, journey, later.Start)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A placement of this start ends before the journey does, on the day the next placement starts.</summary>
    static bool EndsWithin(PersonWindow person, Journey journey, int start)
    {
        foreach (var placement in person.Placements)
        {
            if (start < placement.Start && placement.Start <= journey.End)
            {
                return true;
            }
        }

        return false;
    }
}
