using System.Runtime.InteropServices;

namespace Homeward.Measures.Tallying;

/// <summary>The values of one quantile's series, window and lens, each with the cells that it falls in.</summary>
sealed class Samples
{
    readonly List<Sample> values = [];
    readonly List<int> cells = [];

    /// <summary>What other threads saw.</summary>
    readonly List<Samples> others = [];

    readonly record struct Sample(double Value, int FirstCell, short CellCount, short Collaborative);

    struct Seen
    {
        public int Collaborative;
        public int Cell;
        public int Count;
        public int Passed;

        /// <summary>Numbers of the values next to the quantile, and those values.</summary>
        public (int Number, double Value) Lower;
        public (int Number, double Value) Upper;

        public void Ask(double share)
        {
            var at = (Count - 1) * share;
            (Lower.Number, Upper.Number) = ((int)Math.Floor(at), (int)Math.Ceiling(at));
        }

        public void Pass(double value)
        {
            if (Passed == Lower.Number)
            {
                Lower.Value = value;
            }

            if (Passed++ == Upper.Number)
            {
                Upper.Value = value;
            }
        }

        public readonly double Between(double share)
        {
            var at = (Count - 1) * share;
            return Lower.Value + (at - Math.Floor(at)) * (Upper.Value - Lower.Value);
        }
    }

    public void Add(double value, int collaborative, ReadOnlySpan<int> falls, int bedClassCell)
    {
        var first = cells.Count;
        cells.AddRange(falls);
        if (bedClassCell >= 0)
        {
            cells.Add(bedClassCell);
        }

        values.Add(new(value, first, (short)(cells.Count - first), (short)collaborative));
    }

    /// <summary>Adds what another thread saw.</summary>
    public void Merge(Samples other) => others.Add(other);

    /// <summary>The quantile of every cell, interpolated linearly between the two values next to it (type 7).</summary>
    /// <param name="programme">The collaborative that every value counts for too.</param>
    public IEnumerable<(int Collaborative, int Cell, double Value)> Quantiles(double share, int programme)
    {
        Samples[] parts = [this, .. others];
        var (sorted, order) = Sorted(parts);
        var places = new int[programme + 1, Width(parts)];
        var seen = new List<Seen>();
        foreach (var part in parts)
        {
            foreach (var sample in part.values)
            {
                foreach (var cell in part.CellsOf(sample))
                {
                    Count(ref places[sample.Collaborative, cell], sample.Collaborative, cell);
                    Count(ref places[programme, cell], programme, cell);
                }
            }
        }

        var cellsSeen = CollectionsMarshal.AsSpan(seen);
        foreach (ref var cell in cellsSeen)
        {
            cell.Ask(share);
        }

        for (var i = 0; i < order.Length; i++)
        {
            var (part, at) = order[i];
            var sample = parts[part].values[at];
            foreach (var cell in parts[part].CellsOf(sample))
            {
                cellsSeen[places[sample.Collaborative, cell] - 1].Pass(sorted[i]);
                cellsSeen[places[programme, cell] - 1].Pass(sorted[i]);
            }
        }

        return seen.Select(cell => (cell.Collaborative, cell.Cell, cell.Between(share)));

        void Count(ref int place, int collaborative, int cell)
        {
            if (place == 0)
            {
                seen.Add(new() { Collaborative = collaborative, Cell = cell });
                place = seen.Count;
            }

            CollectionsMarshal.AsSpan(seen)[place - 1].Count++;
        }
    }

    ReadOnlySpan<int> CellsOf(Sample sample) => CollectionsMarshal.AsSpan(cells).Slice(sample.FirstCell, sample.CellCount);

    /// <summary>All values from the smallest to the largest, and where each comes from.</summary>
    static (double[] Values, (int Part, int At)[] Order) Sorted(Samples[] parts)
    {
        var values = new double[parts.Sum(part => part.values.Count)];
        var order = new (int, int)[values.Length];
        var next = 0;
        for (var part = 0; part < parts.Length; part++)
        {
            for (var at = 0; at < parts[part].values.Count; at++)
            {
                values[next] = parts[part].values[at].Value;
                order[next++] = (part, at);
            }
        }

        Array.Sort(values, order);
        return (values, order);
    }

    static int Width(Samples[] parts)
    {
        var width = 0;
        foreach (var part in parts)
        {
            foreach (var cell in CollectionsMarshal.AsSpan(part.cells))
            {
                width = Math.Max(width, cell + 1);
            }
        }

        return width;
    }
}
