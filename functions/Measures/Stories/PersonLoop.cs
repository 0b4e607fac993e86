using Homeward.Measures.Belonging;
using Homeward.Measures.Catalogue;
using Homeward.Measures.Placements;
using Homeward.Measures.Records;
using Homeward.Measures.Tallying;
using Homeward.Measures.Time;
using Homeward.Reference;

namespace Homeward.Measures.Stories;

/// <summary>Goes through a region person by person, window by window, and lets every measure count.</summary>
sealed class PersonLoop(ReferenceData reference, Memberships memberships, Region region, IReadOnlyList<Window> windows)
{
    const int CancelEvery = 1024;

    readonly PlacementClasses classes = new(region.Pools.Reasons);
    readonly HubUse hub = new(region, new Lenses(reference, memberships, region));

    /// <param name="lists">Receives who makes up the figures.</param>
    public Totals Count(Layout layout, RegionLists lists, CancellationToken cancel)
    {
        var parts = Parts();
        var tallies = new Totals[parts.Length];
        var listed = new RegionLists[parts.Length];
        Parallel.For(0, parts.Length, new ParallelOptions { CancellationToken = cancel }, part =>
        {
            var person = NewPerson();
            tallies[part] = new(layout, memberships.Collaboratives.Count);
            listed[part] = new();
            foreach (var same in windows.GroupBy(window => window.Index))
            {
                Count(person, parts[part], [.. same], tallies[part], listed[part], cancel);
            }
        });
        foreach (var other in tallies.Skip(1))
        {
            tallies[0].Merge(other);
        }

        tallies[0].AddUp();

        foreach (var part in listed)
        {
            lists.Merge(part);
        }

        return tallies[0];
    }

    /// <summary>A person to be filled: one per thread.</summary>
    public PersonWindow NewPerson() => new(
        region, new Lenses(reference, memberships, region), classes, reference.Settings, hub, windows[0].Last - region.First);

    /// <summary>
    /// Window by window, because the cells of all windows together are too many to stay in the cache. Windows of one name add to the same
    /// cells of the programme: there a person counts once, so person by person.
    /// </summary>
    static void Count(PersonWindow person, (int From, int To) people, Window[] same, Totals tally, RegionLists lists, CancellationToken cancel)
    {
        var measures = MeasureCatalogue.All.Where(measure => measure.Splits.Any(split => (split.Windows & same[0].Kind) != 0)).ToArray();
        for (var p = people.From; p < people.To; p++)
        {
            if (p % CancelEvery == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }

            foreach (var window in same)
            {
                if (person.Fill(p, window))
                {
                    lists.Add(person);
                    tally.Begin(window);
                    foreach (var measure in measures)
                    {
                        measure.Count(person, tally);
                    }
                }
            }

            tally.EndPerson(p);
        }
    }

    /// <summary>As many stretches of people as there are processors, each with about as many spells.</summary>
    (int From, int To)[] Parts()
    {
        var people = region.People;
        var parts = Math.Max(1, Math.Min(Environment.ProcessorCount, people));
        var cuts = new int[parts + 1];
        for (var part = 1; part < parts; part++)
        {
            var at = Array.BinarySearch(region.SpellsOf, (int)((long)region.Spells.Length * part / parts));
            cuts[part] = Math.Clamp(at < 0 ? ~at : at, cuts[part - 1], people);
        }

        cuts[parts] = people;
        return [.. Enumerable.Range(0, parts).Select(part => (cuts[part], cuts[part + 1]))];
    }
}
