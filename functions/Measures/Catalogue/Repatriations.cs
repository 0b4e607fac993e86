using Homeward.Measures.Explaining;
using Homeward.Measures.Placements;
using Homeward.Measures.Records;
using Homeward.Measures.Stories;
using Homeward.Measures.Tallying;
using Homeward.Measures.Time;
using Homeward.Reference;

namespace Homeward.Measures.Catalogue;

static class Repatriations
{
    const int SustainedDays = 60;

    static readonly Split ToBed = new("to_bed", Unit.Count, Figure.Sum, Windows.All);
    static readonly Split ToCommunity = new("to_community", Unit.Count, Figure.Sum, Windows.All);
    static readonly Split People = new("people", Unit.Count, Figure.People, Windows.All);
    static readonly Split MedianDays = new("median_days", Unit.Days, Figure.Quantile, Windows.All);
    static readonly Split Sustained = new("sustained", Unit.Percent, Figure.Ratio, Windows.All) { Scale = 100 };

    public static Measure Measure { get; } = new(
        "K19",
        "Repatriations",
        "People brought back: from a bed that is not local to their home, or from a placement, to a local bed or to a community service.",
        "Within a journey a step from out of flow, or from a placement, to an in-flow stay (to_bed); or a placement's EndReason REP (to_bed) or "
            + "RPC (to_community); once per step. median_days = median of the days out; sustained = 100 x those not out of flow again within "
            + "60 days / all. Reason, sender and receiver are those of the placement left last; a step from out of flow without one has none. "
            + "Provider is the submitter of the local stay, or of the placement that EndReason ends. Reads two months ahead.",
        Polarity.HigherIsBetter,
        Looks.People,
        [ToBed, ToCommunity, People, MedianDays, Sustained])
    {
        OfPlacements = true,
        Ahead = 2,
        Count = static (person, tally) =>
        {
            var stepped = new List<PersonSpell>();
            foreach (var journey in person.Journeys)
            {
                CountSteps(person, tally, journey, stepped);
            }

            foreach (var placement in person.Placements)
            {
                if (placement.Oap >= 0 && placement.HasEnded && !stepped.Contains(placement.Spell))
                {
                    CountEndReason(person, tally, placement);
                }
            }
        },
    };

    static void CountSteps(PersonWindow person, Tally tally, Journey journey, List<PersonSpell> stepped)
    {
        var stays = new List<(PersonStay Stay, PersonSpell Spell)>();
        foreach (var spell in person.SpellsOf(journey))
        {
            foreach (var stay in spell.Stays(person))
            {
                stays.Add((stay, spell));
            }
        }

        // A stable order: spells come by start and key, stays within them likewise.
        stays = [.. stays.OrderBy(s => s.Stay.Start)];
        for (var i = 1; i < stays.Count; i++)
        {
            if (!IsStep(person, stays[i - 1], stays[i]))
            {
                continue;
            }

            var left = i - 1;
            while (left > 0 && IsOut(person, stays[left - 1]))
            {
                left--;
            }

            var away = stays[left..i];
            stepped.AddRange(away.Select(s => s.Spell));
            var back = stays[i].Stay;
            Add(person, tally, ToBed, new Homecoming(back, PlacementLeft(person, away)), back.BedClass, back.Start, back.Start - away[0].Stay.Start);
        }
    }

    static bool IsOut(PersonWindow person, (PersonStay Stay, PersonSpell Spell) at) => at.Stay.Flow == Flow.Out || at.Spell.IsPlaced(person);

    /// <summary>Within one placement a step is told by flow alone.</summary>
    static bool IsStep(PersonWindow person, (PersonStay Stay, PersonSpell Spell) from, (PersonStay Stay, PersonSpell Spell) to) =>
        to.Stay.Flow == Flow.In && from.Stay.End != Day.Open
        && (from.Stay.Flow == Flow.Out || (from.Spell != to.Spell && from.Spell.IsPlaced(person)));

    /// <summary>The last placement among the stays that the person was out in; null where they were out of flow only.</summary>
    static Placement? PlacementLeft(PersonWindow person, List<(PersonStay Stay, PersonSpell Spell)> away)
    {
        var spell = away.FindLast(s => s.Spell.IsPlaced(person)).Spell;
        foreach (var placement in person.Placements)
        {
            if (placement.Spell == spell)
            {
                return placement;
            }
        }

        return null;
    }

    static void CountEndReason(PersonWindow person, Tally tally, Placement placement)
    {
        var split = person.Region.Pools.EndReasons[person.Region.Oaps[placement.Oap].EndReason] switch { "REP" => ToBed, "RPC" => ToCommunity, _ => null };
        if (split is not null)
        {
            var bedClass = BedAt.End(placement.Spell.Stays(person), placement.End);
            Add(person, tally, split, placement, bedClass, placement.End, placement.End - placement.Start);
        }
    }

    static void Add(PersonWindow person, Tally tally, Split split, Subject subject, int bedClass, int date, int daysOut)
    {
        if (!person.Window.Holds(date))
        {
            return;
        }

        tally.Add(split, Scope.All, Lens.People, subject, bedClass, 1);
        tally.Add(People, Scope.All, Lens.People, subject, bedClass, 1);
        tally.AddValue(MedianDays, Lens.People, subject, bedClass, daysOut);
        tally.Add(Sustained, Scope.All, Lens.People, subject, bedClass, IsOutAgain(person, date) ? 0 : 1, 1);
    }

    static bool IsOutAgain(PersonWindow person, int date)
    {
        foreach (var stay in person.Stays)
        {
            if (stay.Flow == Flow.Out && stay.Start > date && stay.Start <= date + SustainedDays)
            {
                return true;
            }
        }

        foreach (ref readonly var later in person.Region.Small.Later.Of(person.Person))
        {
            if (!later.IsSpell && later.Flow == Flow.Out && later.Start > date && later.Start <= date + SustainedDays)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A local stay that a person came back to, of the placement that was left for it.</summary>
    sealed class Homecoming : Subject
    {
        readonly PersonStay back;
        readonly Placement? left;

        public Homecoming(PersonStay back, Placement? left)
        {
            (this.back, this.left) = (back, left);
            Copy(back);
        }

        public override bool PeopleOnly => true;

        public override Placement? Placed => left;

        public override ExplainedRow Source(Region region) => back.Source(region);
    }
}
