namespace Homeward.Measures.Catalogue;

/// <summary>Every measure. To add one: a file beside these, and its line here.</summary>
public static class MeasureCatalogue
{
    public static IReadOnlyList<Measure> All { get; } =
    [
        ActivePlacements.Measure,
        PlacementsStarted.Measure,
        PlacementsEnded.Measure,
        PlacementBedDays.Measure,
        InappropriateShare.Measure,
        OapShare.Measure,
        EndedLength.Measure,
        DistanceFromHome.Measure,
        OapCost.Measure,
        Admissions.Measure,
        Discharges.Measure,
        InpatientPopulation.Measure,
        OccupiedBedDays.Measure,
        BedOccupancy.Measure,
        LengthOfStay.Measure,
        LengthToDate.Measure,
        Readmission.Measure,
        ReadyForDischarge.Measure,
        Repatriations.Measure,
        NaturalFlow.Measure,
        OutOfAreaPopulation.Measure,
        Spend.Measure,
        LocalSpend.Measure,
        RestrictiveInterventions.Measure,
        SubmissionCoverage.Measure,
        DataQuality.Measure,
        ReferralsAndHub.Measure,
        ReviewsAndPlans.Measure,
        CommunityCaseload.Measure,
        BedsByClass.Measure,
    ];

    /// <summary>Those whose figures are rows of the long format.</summary>
    public static IEnumerable<Measure> InKpi => All.Where(measure => measure.OwnMart is null);

    /// <summary>Why the long format has no figure of this measure: another mart has it, or nobody does.</summary>
    public static string NotInKpi(string id) => All.FirstOrDefault(measure => measure.Id == id) is { OwnMart: { } mart }
        ? $"The figures of {id} are not among these: {mart} has them."
        : $"There is no measure '{id}' here: expected one of {string.Join(", ", InKpi.Select(measure => measure.Id))}.";

    static MeasureCatalogue()
    {
        foreach (var split in All.SelectMany(measure => measure.Splits.Select(split => (measure, split))))
        {
            split.split.Series = SeriesCount;
            split.split.OfPlacements = split.measure.OfPlacements;
            split.split.Scoped = split.measure.Scoped;
            SeriesCount += split.measure.Scopes;
        }
    }

    /// <summary>Splits times scopes, of all measures.</summary>
    internal static int SeriesCount { get; private set; }
}
