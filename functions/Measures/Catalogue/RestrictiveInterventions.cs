using Homeward.Measures.Tallying;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

static class RestrictiveInterventions
{
    static readonly Split Rate = new("rate", Unit.Rate, Figure.Ratio, Windows.Standard) { Scale = 1000 };

    public static Measure Measure { get; } = new(
        "K24",
        "Restrictive interventions",
        "Restrictive interventions per 1,000 occupied bed days.",
        "rate = 1,000 x accepted restrictive rows with a date in the window / K13 occupied.",
        Polarity.LowerIsBetter,
        Looks.Beds,
        [Rate])
    {
        Count = static (person, tally) =>
        {
            foreach (ref readonly var incident in person.Region.Small.Incidents.Of(person.Person))
            {
                if (person.Sees(incident.Month) && person.Window.Holds(incident.Date))
                {
                    foreach (var stay in person.Stays)
                    {
                        if (stay.Record == incident.Stay)
                        {
                            tally.Add(Rate, Scope.All, Lens.Beds, stay, stay.BedClass, 1);
                        }
                    }
                }
            }

            foreach (var stay in person.Stays)
            {
                if (person.Window.Nights(stay.Start, stay.Until) is > 0 and var nights)
                {
                    tally.Add(Rate, Scope.All, Lens.Beds, stay, stay.BedClass, 0, nights);
                }
            }
        },
    };
}
