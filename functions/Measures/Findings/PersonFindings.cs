using Homeward.Measures.Placements;
using Homeward.Measures.Records;
using Homeward.Measures.Stories;
using Homeward.Measures.Time;
using Homeward.Reference;

namespace Homeward.Measures.Findings;

/// <summary>Finds what several providers' submissions say together of one person.</summary>
static class PersonFindings
{
    /// <summary>How far apart two accounts of one day may lie.</summary>
    const int DaysApart = 1;

    public static void Add(PersonWindow person, List<Found> found)
    {
        if (person.Window.Kind == Windows.Month)
        {
            AddSent(person, found);
            AddUnlabelled(person, found);
            AddOverlaps(person, found);
        }
        else if (person.Window.Kind == Windows.RollingTwelve)
        {
            // A receiver's spell that has ended in an earlier month is in no file of this one.
            AddCompared(person, found);
        }
    }

    static void AddSent(PersonWindow person, List<Found> found)
    {
        var region = person.Region;
        for (var o = region.OapsOf[person.Person]; o < region.OapsOf[person.Person + 1]; o++)
        {
            ref readonly var row = ref region.Oaps[o];
            if (!person.IsOfPeriod(row.Month))
            {
                continue;
            }

            if (person.Lenses.FlowOf(row.Home, row.Line, row.Site, row.Month) == Flow.In)
            {
                found.Add(new("OAP003", FoundIn.Oaps, o, "SiteIDReceiving"));
            }

            if (row.End != Day.Open && region.Pools.EndReasons[row.EndReason] == "REP" && !IsSeenAtHome(person, row.End))
            {
                found.Add(new("OAP005", FoundIn.Oaps, o, "EndReason"));
            }
        }
    }

    /// <summary>A stay begins about that day that is local, or may be: where the home is not known nobody can tell.</summary>
    static bool IsSeenAtHome(PersonWindow person, int day)
    {
        var region = person.Region;
        for (var s = region.SpellsOf[person.Person]; s < region.SpellsOf[person.Person + 1]; s++)
        {
            ref readonly var spell = ref region.Spells[s];
            foreach (ref readonly var stay in region.Stays.AsSpan(spell.FirstStay, spell.StayCount))
            {
                if (stay.Flow != Flow.Out && Math.Abs(stay.Start - day) <= DaysApart)
                {
                    return true;
                }
            }
        }

        foreach (ref readonly var later in region.Small.Later.Of(person.Person))
        {
            if (!later.IsSpell && later.Flow != Flow.Out && Math.Abs(later.Start - day) <= DaysApart)
            {
                return true;
            }
        }

        return false;
    }

    static void AddUnlabelled(PersonWindow person, List<Found> found)
    {
        foreach (var spell in person.Spells)
        {
            if (spell.IsPlaced(person) || OtherSide.Tells(person, spell))
            {
                continue;
            }

            foreach (var stay in spell.Stays(person))
            {
                if (stay is { OpenAtEnd: true, Flow: Flow.Out, PeopleCollaborative: >= 0 })
                {
                    found.Add(new("OAP007", FoundIn.WardStays, stay.Record));
                }
            }
        }
    }

    static void AddOverlaps(PersonWindow person, List<Found> found)
    {
        foreach (var stay in person.Stays)
        {
            if (stay.Record >= 0 && IsElsewhereToo(person, stay))
            {
                found.Add(new("CON001", FoundIn.WardStays, stay.Record));
            }
        }
    }

    static bool IsElsewhereToo(PersonWindow person, PersonStay stay)
    {
        foreach (var other in person.Stays)
        {
            if (other.Record >= 0 && other.Provider != stay.Provider && Math.Max(stay.Start, other.Start) < Math.Min(stay.Until, other.Until))
            {
                return true;
            }
        }

        return false;
    }

    static void AddCompared(PersonWindow person, List<Found> found)
    {
        foreach (var placement in person.Placements)
        {
            if (placement.Oap < 0 || person.Region.Oaps[placement.Oap] is var row && !person.IsOfPeriod(row.Month))
            {
                continue;
            }

            if (placement.ToldBy == Source.SenderOnly)
            {
                found.Add(new("OAP004", FoundIn.Oaps, placement.Oap, null, row.Receiver));
                continue;
            }

            var spell = person.Region.Spells[placement.Spell.Record];
            if (row.End == Day.Open && spell.HasEnded)
            {
                found.Add(new("OAP002", FoundIn.Oaps, placement.Oap, "EndDateOAP"));
            }

            if (Differs(person, placement, row, spell, out var field))
            {
                found.Add(new("OAP004", FoundIn.Oaps, placement.Oap, field, row.Receiver));
            }
        }
    }

    /// <summary>An end that only the receiver has is OAP002's.</summary>
    /// <param name="field">The first that differs; null where the receiver has the placement no more.</param>
    static bool Differs(PersonWindow person, Placement placement, in OapRow row, in Spell spell, out string? field)
    {
        var lost = !spell.HasEnded && !person.IsOfPeriod(spell.Month);
        field = lost ? null
            : Math.Abs(spell.Start - row.Start) > DaysApart ? "StartDateOAP"
            : row.End != Day.Open && (!spell.HasEnded || Math.Abs(spell.End - row.End) > DaysApart) ? "EndDateOAP"
            : placement.Reason != row.Reason ? "OATReason"
            : null;
        return lost || field is not null;
    }
}
