using Homeward.Measures.Belonging;
using Homeward.Measures.Months;
using Homeward.Measures.Reading;
using Homeward.Measures.Records;
using Homeward.Measures.Stories;
using Homeward.Measures.Tallying;
using Homeward.Measures.Time;

namespace Homeward.Measures;

/// <summary>A run's submissions, read and joined: ready to be counted, or to be explained.</summary>
sealed record ReadyRegion(Region Region, Layout Layout, IReadOnlyList<Window> Windows, RegionFacts Facts, PersonLoop Loop)
{
    public static ReadyRegion Of(RunInput input, CancellationToken cancel)
    {
        var reference = input.Reference;
        var windows = WindowNames.Of(input.Period, reference.Collaboratives);
        var first = WindowNames.Earliest(input.Period, reference.Collaboratives);
        var months = input.Months.Where(m => RegionRun.Reads(input.Period, m.Period, reference)).ToArray();
        var memberships = new Memberships(reference.Collaboratives);
        var region = RegionReader.Read(months, first, input.Period, reference, cancel);
        StayBelonging.Fill(region, () => new Lenses(reference, memberships, region), cancel);
        var layout = new Layout(
            region,
            reference.Collaboratives.SelectMany(c => c.Members, (_, member) => member.Organisation),
            reference.Collaboratives.SelectMany(c => c.Budgets, (_, budget) => budget.Commissioner));
        return new(
            region,
            layout,
            windows,
            new RegionFacts(region, reference, memberships, new ProviderMonths(input)),
            new PersonLoop(reference, memberships, region, windows));
    }
}
