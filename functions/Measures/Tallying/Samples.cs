using System.Runtime.InteropServices;

namespace Homeward.Measures.Tallying;

/// <summary>The values of one quantile's series, window and lens, each with the cells that it falls in.</summary>
sealed class Samples
{
    readonly List<(double Value, int Collaborative, int FirstCell, int CellCount)> values = [];
    readonly List<int> cells = [];

    public void Add(double value, int collaborative, ReadOnlySpan<int> falls, int bedClassCell)
    {
        var first = cells.Count;
        cells.AddRange(falls);
        if (bedClassCell >= 0)
        {
            cells.Add(bedClassCell);
        }

        values.Add((value, collaborative, first, cells.Count - first));
    }

    /// <summary>Adds what another thread saw.</summary>
    public void Merge(Samples other)
    {
        var first = cells.Count;
        cells.AddRange(other.cells);
        foreach (var (value, collaborative, firstCell, count) in other.values)
        {
            values.Add((value, collaborative, firstCell + first, count));
        }
    }

    /// <summary>The quantile of every cell, interpolated linearly between the two values next to it (type 7).</summary>
    /// <param name="programme">The collaborative that every value counts for too.</param>
    public Dictionary<(int Collaborative, int Cell), double> Quantiles(double share, int programme)
    {
        var all = CollectionsMarshal.AsSpan(cells);
        var counts = new Dictionary<(int, int), (int Count, int Seen, double Lower, double Upper)>();
        foreach (var (_, collaborative, first, count) in values)
        {
            foreach (var cell in all.Slice(first, count))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, (collaborative, cell), out _).Count++;
                CollectionsMarshal.GetValueRefOrAddDefault(counts, (programme, cell), out _).Count++;
            }
        }

        values.Sort((a, b) => a.Value.CompareTo(b.Value));
        foreach (var (value, collaborative, first, count) in values)
        {
            foreach (var cell in all.Slice(first, count))
            {
                See(ref CollectionsMarshal.GetValueRefOrNullRef(counts, (collaborative, cell)), share, value);
                See(ref CollectionsMarshal.GetValueRefOrNullRef(counts, (programme, cell)), share, value);
            }
        }

        return counts.ToDictionary(c => c.Key, c => Between(c.Value, share));
    }

    static void See(ref (int Count, int Seen, double Lower, double Upper) cell, double share, double value)
    {
        var at = (cell.Count - 1) * share;
        if (cell.Seen == (int)Math.Floor(at))
        {
            cell.Lower = value;
        }

        if (cell.Seen == (int)Math.Ceiling(at))
        {
            cell.Upper = value;
        }

        cell.Seen++;
    }

    static double Between((int Count, int Seen, double Lower, double Upper) cell, double share)
    {
        var at = (cell.Count - 1) * share;
        return cell.Lower + (at - Math.Floor(at)) * (cell.Upper - cell.Lower);
    }
}
