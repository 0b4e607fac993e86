using Homeward.Measures.Explaining;
using Homeward.Measures.Placements;
using Homeward.Measures.Records;
using Homeward.Measures.Stories;
using Homeward.Measures.Tallying;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

static class ReviewsAndPlans
{
    static readonly Split Reviewed = Percent("pct_reviewed");
    static readonly Split Planned = Percent("pct_planned");
    static readonly Split PlanPassed = new("plan_passed", Unit.Count, Figure.Sum, Windows.Month);
    static readonly Split Overdue = new("overdue", Unit.Count, Figure.Sum, Windows.Month);
    static readonly Split Early = Percent("pct_craft");
    static readonly Split Nights = new("nights", Unit.Nights, Figure.Sum, Windows.Month);

    public static Measure Measure { get; } = new(
        "K28",
        "Reviews and plans",
        "Whether people in out of area placements are reviewed and have a plan to return, and whether admissions had their early review.",
        "Of active placements: pct_reviewed = 100 x those with a review in the 28 days to P1 / all; pct_planned = 100 x those with a planned "
            + "return / all; plan_passed = those whose planned return is on or before P1; overdue = those whose latest review's NextReviewDue is "
            + "on or before P1. pct_craft = 100 x admissions with a CRAFT review in their first 14 days / admissions, both of those whose "
            + "14 days ended in the month, by themselves or with the discharge. nights = OAP bed days by Barrier. Reviews are read two months "
            + "ahead, for pct_craft since the admission too.",
        Polarity.Neutral,
        Looks.People,
        [Reviewed, Planned, PlanPassed, Overdue, Early, Nights])
    {
        OfPlacements = true,
        Ahead = 2,
        Count = static (person, tally) =>
        {
            if (person.Window.Kind != Windows.Month)
            {
                return;
            }

            foreach (var placement in person.Placements)
            {
                AddPlacement(person, tally, placement);
            }

            foreach (var spell in person.Spells)
            {
                AddAdmission(person, tally, spell);
            }
        },
    };

    static Split Percent(string name) => new(name, Unit.Percent, Figure.Ratio, Windows.Month) { Scale = 100 };

    static void AddPlacement(PersonWindow person, Tally tally, Placement placement)
    {
        var state = ReviewState.Of(person, placement);
        var stays = placement.Spell.Stays(person);
        if (placement.ActiveAtEnd)
        {
            var bedClass = BedAt.PeriodEnd(stays);
            tally.Add(Reviewed, Scope.All, Lens.People, placement, bedClass, state.Reviewed(person) ? 1 : 0, 1);
            tally.Add(Planned, Scope.All, Lens.People, placement, bedClass, state.PlannedReturn != Day.Open ? 1 : 0, 1);
            if (state.PlannedReturn <= person.Window.End)
            {
                tally.Add(PlanPassed, Scope.All, Lens.People, placement, bedClass, 1);
            }

            if (state.NextDue <= person.Window.End)
            {
                tally.Add(Overdue, Scope.All, Lens.People, placement, bedClass, 1);
            }
        }

        if (person.Window.Nights(placement.Start, placement.Until) is > 0 and var nights)
        {
            var subject = new Held(placement, state.Barrier);
            tally.Add(Nights, Scope.All, Lens.People, subject, Tally.AnyBed, nights);
            foreach (var (bedClass, inClass) in BedNights.ByClass(person, placement))
            {
                tally.AddBedClass(Nights, Scope.All, Lens.People, subject, bedClass, inClass);
            }
        }
    }

    static void AddAdmission(PersonWindow person, Tally tally, PersonSpell spell)
    {
        var last = Math.Min(spell.Start + person.Settings.EarlyReviewDays, spell.End);
        if (!person.Window.Holds(last))
        {
            return;
        }

        var reviewed = false;
        foreach (ref readonly var review in person.Region.Small.Reviews.Of(person.Person))
        {
            reviewed |= person.Region.Pools.ReviewTypes[review.Type] == "CRAFT"
                && spell.Start <= review.Date && review.Date <= last;
        }

        tally.Add(Early, Scope.All, Lens.People, spell, BedAt.Start(spell.Stays(person), spell.Start), reviewed ? 1 : 0, 1);
    }

    /// <summary>A placement's nights by what holds the person there.</summary>
    sealed class Held : Subject
    {
        readonly Placement placement;
        readonly (Breakdown, int)[] own;

        public Held(Placement placement, int barrier)
        {
            this.placement = placement;
            Copy(placement);
            own = [(Breakdown.Barrier, barrier)];
        }

        public override bool PeopleOnly => true;

        public override Placement? Placed => placement;

        public override ExplainedRow Source(Region region) => placement.Source(region);

        public override ReadOnlySpan<(Breakdown Breakdown, int Level)> OwnLevels => own;
    }
}
