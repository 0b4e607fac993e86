using Homeward.Measures.Tallying;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

/// <summary>Counts by bands of a number, which may overlap.</summary>
sealed class Bands
{
    readonly (Split Split, int From, int? To)[] bands;

    /// <param name="bands">Names, and the first and last number of each; null where it is open.</param>
    public Bands(string prefix, (string Name, int From, int? To)[] bands, Windows windows)
    {
        this.bands = [.. bands.Select(b => (new Split(prefix + b.Name, Unit.Count, Figure.Sum, windows), b.From, b.To))];
    }

    public IEnumerable<Split> Splits => bands.Select(b => b.Split);

    public void Add(Tally tally, Lens lens, Subject subject, int bedClass, int number)
    {
        foreach (var (split, from, to) in bands)
        {
            if (from <= number && (to is null || number <= to))
            {
                tally.Add(split, Scope.All, lens, subject, bedClass, 1);
            }
        }
    }
}
