namespace Homeward.Measures.Tallying;

/// <summary>The values of one quantile's series, window and lens, each with the cells that it falls in.</summary>
/// <param name="sets">Where the tally that adds the values keeps its sets of cells.</param>
sealed class Samples(Layout layout, CellSets sets)
{
    const int BlockSize = 1 << 12;

    readonly Layout layout = layout;
    readonly CellSets sets = sets;

    /// <summary>In blocks, because there are millions: one long array would be copied whenever it grows.</summary>
    readonly List<Sample[]> blocks = [];
    int used = BlockSize;

    /// <summary>What other threads saw.</summary>
    readonly List<Samples> others = [];

    readonly record struct Sample(double Value, int Set, short BedClass, short Collaborative);

    /// <param name="set">The cells that the value falls in, of every breakdown but Bed Class.</param>
    /// <param name="bedClass">-1 none.</param>
    public void Add(double value, int collaborative, int set, int bedClass)
    {
        if (used == BlockSize)
        {
            blocks.Add(new Sample[BlockSize]);
            used = 0;
        }

        blocks[^1][used++] = new(value, set, (short)bedClass, (short)collaborative);
    }

    /// <summary>Adds what another thread saw.</summary>
    public void Merge(Samples other) => others.Add(other);

    /// <summary>The quantile of every cell, interpolated linearly between the two values next to it (type 7).</summary>
    /// <param name="programme">The collaborative that every value counts for too.</param>
    public IEnumerable<(int Collaborative, int Cell, double Value)> Quantiles(double share, int programme)
    {
        Samples[] parts = [this, .. others];

        // A cell's values lie together, by collaborative: what the programme has of it is one stretch.
        var starts = new int[layout.Count * programme + 1];
        Each(parts, programme, (at, _) => starts[at + 1]++);
        for (var at = 1; at < starts.Length; at++)
        {
            starts[at] += starts[at - 1];
        }

        var next = starts.ToArray();
        var sorted = new double[starts[^1]];
        Each(parts, programme, (at, value) => sorted[next[at]++] = value);
        for (var first = 0; first < starts.Length - 1; first += programme)
        {
            var cell = first / programme;
            for (var collaborative = 0; collaborative < programme; collaborative++)
            {
                if (starts[first + collaborative + 1] > starts[first + collaborative])
                {
                    yield return (collaborative, cell, Quantile.Of(sorted.AsSpan(starts[first + collaborative]..starts[first + collaborative + 1]), share));
                }
            }

            if (starts[first + programme] > starts[first])
            {
                yield return (programme, cell, Quantile.Of(sorted.AsSpan(starts[first]..starts[first + programme]), share));
            }
        }
    }

    static void Each(Samples[] parts, int programme, Action<int, double> tell)
    {
        foreach (var part in parts)
        {
            foreach (var block in part.blocks)
            {
                foreach (ref readonly var sample in part.Filled(block))
                {
                    foreach (var cell in part.sets[sample.Set])
                    {
                        tell(cell * programme + sample.Collaborative, sample.Value);
                    }

                    if (sample.BedClass >= 0)
                    {
                        tell(part.layout.BedClassCell(sample.BedClass) * programme + sample.Collaborative, sample.Value);
                    }
                }
            }
        }
    }

    ReadOnlySpan<Sample> Filled(Sample[] block) => block.AsSpan(0, block == blocks[^1] ? used : BlockSize);
}
