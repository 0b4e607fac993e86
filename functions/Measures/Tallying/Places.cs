using Homeward.Measures.Catalogue;
using Homeward.Measures.Time;

namespace Homeward.Measures.Tallying;

/// <summary>The series that a window and lens have, and the place of each in a sheet's rows.</summary>
sealed class Places
{
    static readonly Places[] All = [.. Enumerable.Range(0, WindowNames.Count * 2).Select(i => new Places((Windows)(1 << i / 2), (Lens)(i % 2)))];

    readonly int[] places = new int[MeasureCatalogue.SeriesCount];
    readonly List<int> series = [];

    Places(Windows window, Lens lens)
    {
        Array.Fill(places, -1);
        foreach (var measure in MeasureCatalogue.All)
        {
            foreach (var split in measure.Splits.Where(split => (split.Windows & window) != 0 && measure.Has(lens) && split.Has(lens)))
            {
                for (var scope = 0; scope < measure.Scopes; scope++)
                {
                    places[split.Series + scope] = series.Count;
                    series.Add(split.Series + scope);
                }
            }
        }
    }

    public static Places Of(int windowIndex, Lens lens) => All[windowIndex * 2 + (int)lens];

    public static int MostSeries { get; } = All.Max(places => places.Width);

    public int Width => series.Count;

    /// <summary>-1 where the window and lens do not have the series.</summary>
    public int this[int ofSeries] => places[ofSeries];

    public int SeriesAt(int place) => series[place];
}
