using Homeward.Measures.Records;
using Homeward.Measures.Stories;

namespace Homeward.Measures.Placements;

/// <summary>What reviews up to the period's end and the sender's row say of a placement.</summary>
/// <param name="LastReview">Day of the latest review; <see cref="int.MinValue"/> where there is none.</param>
/// <param name="NextDue">As the latest review says; <see cref="Day.Open"/> where it says nothing.</param>
/// <param name="PlannedReturn">As the latest review that plans one, else the sender's row; <see cref="Day.Open"/> where nobody does.</param>
/// <param name="Barrier">As the latest review that names one, else the sender's row; 0 where nobody does.</param>
readonly record struct ReviewState(int LastReview, int NextDue, int PlannedReturn, int Barrier)
{
    public static ReviewState Of(PersonWindow person, Placement placement) => Of(person, placement.Spell.Record, placement.Oap);

    /// <param name="spell">-1 none.</param>
    /// <param name="oap">-1 none.</param>
    public static ReviewState Of(PersonWindow person, int spell, int oap)
    {
        var (plannedOn, barrierOn) = (int.MinValue, int.MinValue);
        var state = oap < 0
            ? new(int.MinValue, Day.Open, Day.Open, 0)
            : new ReviewState(int.MinValue, Day.Open, person.Region.Oaps[oap].PlannedReturn, person.Region.Oaps[oap].Barrier);
        foreach (ref readonly var review in person.Region.Small.Reviews.Of(person.Person))
        {
            if (!person.Sees(review.Month) || review.Date > person.Window.End || !IsOf(review, spell, oap))
            {
                continue;
            }

            if (review.Date > state.LastReview || (review.Date == state.LastReview && review.NextDue < state.NextDue))
            {
                state = state with { LastReview = review.Date, NextDue = review.NextDue };
            }

            if (review.PlannedReturn != Day.Open
                && (review.Date > plannedOn || (review.Date == plannedOn && review.PlannedReturn < state.PlannedReturn)))
            {
                (plannedOn, state) = (review.Date, state with { PlannedReturn = review.PlannedReturn });
            }

            if (review.Barrier != 0 && (review.Date > barrierOn || (review.Date == barrierOn && Precedes(person, review.Barrier, state.Barrier))))
            {
                (barrierOn, state) = (review.Date, state with { Barrier = review.Barrier });
            }
        }

        return state;
    }

    public bool Reviewed(PersonWindow person) => LastReview > person.Window.End - person.Settings.ReviewDays;

    /// <summary>A review is of the spell or oaps row that it names; one that names neither, of whatever stay the person has.</summary>
    static bool IsOf(in Review review, int spell, int oap) =>
        review.NamesNothing || (review.Spell >= 0 && review.Spell == spell) || (review.Oap >= 0 && review.Oap == oap);

    static bool Precedes(PersonWindow person, int a, int b) =>
        string.CompareOrdinal(person.Region.Pools.Barriers[a], person.Region.Pools.Barriers[b]) < 0;
}
