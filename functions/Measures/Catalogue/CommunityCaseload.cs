using Homeward.Measures.Records;
using Homeward.Measures.Stories;
using Homeward.Measures.Tallying;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

static class CommunityCaseload
{
    static readonly Split Open = new("open", Unit.Count, Figure.Sum, Windows.Month);
    static readonly Split Started = new("started", Unit.Count, Figure.Sum, Windows.Standard);
    static readonly Split Ended = new("ended", Unit.Count, Figure.Sum, Windows.Standard);
    static readonly Split People = new("people", Unit.Count, Figure.People, Windows.Standard);

    public static Measure Measure { get; } = new(
        "K29",
        "Community caseload",
        "People whom community forensic, home treatment and other step-down services look after.",
        "Caseload records open at P1, started in the window, ended in it; people = distinct people of records that reach into the window.",
        Polarity.HigherIsBetter,
        Looks.People,
        [Open, Started, Ended, People])
    {
        Count = static (person, tally) =>
        {
            foreach (ref readonly var record in person.Region.Small.Caseloads.Of(person.Person))
            {
                if (person.Sees(record.Month))
                {
                    Add(person, tally, record);
                }
            }
        },
    };

    static void Add(PersonWindow person, Tally tally, in Caseload record)
    {
        var subject = new OnCaseload
        {
            Person = record.Person,
            PeopleCollaborative = person.Lenses.Beds(record.Provider, record.Line, record.Month),
            BedsCollaborative = Belonging.Memberships.None,
            Provider = record.Provider,
            Home = record.Home,
            Line = record.Line,
            Demographics = record.Demographics,
        };
        if (person.IsOpen(record.Start, record.End, record.Month))
        {
            tally.Add(Open, Scope.All, Lens.People, subject, Tally.AnyBed, 1);
        }

        if (person.Window.Holds(record.Start))
        {
            tally.Add(Started, Scope.All, Lens.People, subject, Tally.AnyBed, 1);
        }

        if (person.Window.Holds(record.End))
        {
            tally.Add(Ended, Scope.All, Lens.People, subject, Tally.AnyBed, 1);
        }

        if (record.Start <= person.Window.End && record.End >= person.Window.Start)
        {
            tally.Add(People, Scope.All, Lens.People, subject, Tally.AnyBed, 1);
        }
    }

    sealed class OnCaseload : Subject
    {
        protected override string Table => "community";

        public override Facets Facets => Facets.Provider | Facets.Home | Facets.Line | Facets.Demographics;

        public override bool PeopleOnly => true;
    }
}
