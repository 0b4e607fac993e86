using Homeward.Measures.Stories;
using Homeward.Measures.Tallying;
using Homeward.Measures.Time;
using Homeward.Reference;

namespace Homeward.Measures.Catalogue;

static class NaturalFlow
{
    static readonly Split PeopleOut = People("people_out", null);
    static readonly Split PeopleIn = People("people_in", PeopleOut);
    static readonly Split PeopleUnknown = People("people_unknown", PeopleOut);
    static readonly Split NightsIn = Nights("nights_in");
    static readonly Split NightsOut = Nights("nights_out");
    static readonly Split NightsUnknown = Nights("nights_unknown");
    static readonly Split PercentOut = new("pct_out", Unit.Percent, Figure.Ratio, Windows.Standard) { Scale = 100 };
    static readonly Split PeopleInbound = new("people_inbound", Unit.Count, Figure.People, Windows.Month) { Only = Looks.Beds };
    static readonly Split NightsInbound = new("nights_inbound", Unit.Nights, Figure.Sum, Windows.Standard) { Only = Looks.Beds };

    public static Measure Measure { get; } = new(
        "K20",
        "Natural clinical flow",
        "People in hospital, and nights, by whether the site is local to the person's home; inbound: people of no or another collaborative.",
        "By ward stays open at P1: people_in, people_out, people_unknown (both in and out counts as out); nights of ward stays in the "
            + "window likewise; pct_out = nights_out / (nights_in + nights_out); beds lens: people_inbound, nights_inbound.",
        Polarity.LowerIsBetter,
        Looks.Both,
        [PeopleIn, PeopleOut, PeopleUnknown, NightsIn, NightsOut, NightsUnknown, PercentOut, PeopleInbound, NightsInbound])
    {
        Of = Counted.WardStays,
        Count = Count,
    };

    static Split People(string name, Split? together) => new(name, Unit.Count, Figure.People, Windows.Month) { Together = together };

    static Split Nights(string name) => new(name, Unit.Nights, Figure.Sum, Windows.Standard);

    static void Count(PersonWindow person, Tally tally)
    {
        // Out first: a person with a stay in and another out counts as out, whatever breakdown brings the two together.
        CountPeople(person, tally, Flow.Out, PeopleOut);
        CountPeople(person, tally, Flow.In, PeopleIn);
        CountPeople(person, tally, Flow.Unknown, PeopleUnknown);
        foreach (var stay in person.Stays)
        {
            var inbound = stay.PeopleCollaborative != stay.BedsCollaborative;
            if (inbound && stay.OpenAtEnd)
            {
                tally.Add(PeopleInbound, Scope.All, Lens.Beds, stay, stay.BedClass, 1);
            }

            if (person.Window.Nights(stay.Start, stay.Until) is > 0 and var nights)
            {
                CountNights(tally, stay, nights);
                if (inbound)
                {
                    tally.Add(NightsInbound, Scope.All, Lens.Beds, stay, stay.BedClass, nights);
                }
            }
        }
    }

    static void CountPeople(PersonWindow person, Tally tally, Flow flow, Split split)
    {
        foreach (var stay in person.Stays)
        {
            if (stay.OpenAtEnd && stay.Flow == flow)
            {
                tally.Add(split, stay, stay.BedClass, 1);
            }
        }
    }

    static void CountNights(Tally tally, PersonStay stay, int nights)
    {
        tally.Add(stay.Flow switch { Flow.In => NightsIn, Flow.Out => NightsOut, _ => NightsUnknown }, stay, stay.BedClass, nights);
        if (stay.Flow != Flow.Unknown)
        {
            tally.Add(PercentOut, stay, stay.BedClass, stay.Flow == Flow.Out ? nights : 0, nights);
        }
    }
}
