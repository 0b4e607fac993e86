using Homeward.Columns;
using Homeward.Measures.Records;
using Homeward.Reference;

namespace Homeward.Measures.Reading;

/// <summary>Reads the months of a run into one <see cref="Region"/>.</summary>
/// <remarks>
/// All windows end with the period, so a record that any window holds is the same in every one of them that holds it:
/// the newest month's up to the period. It is merged once, tagged with its month, and windows choose by that.
/// </remarks>
static class RegionReader
{
    /// <param name="months">At most one per provider and month.</param>
    /// <param name="first">The earliest month that any window reads; of earlier ones only spend is read.</param>
    public static Region Read(IReadOnlyList<ProviderMonth> months, Month first, Month period, ReferenceData reference, CancellationToken cancel)
    {
        var pools = new Pools(reference);
        var providers = months.GroupBy(m => m.Provider, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToArray();
        var codes = providers.Select(p => pools.Organisations.Add(p.Key)).ToArray();
        var read = new ProviderReader[providers.Length];
        Parallel.For(
            0,
            providers.Length,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel },
            i => read[i] = new ProviderReader(pools, codes[i], first).Read(providers[i], period, cancel));
        return new RegionAssembly(pools, read).Assemble(first);
    }
}
