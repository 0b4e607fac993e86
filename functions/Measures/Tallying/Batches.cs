namespace Homeward.Measures.Tallying;

/// <summary>The batches that one person's contributions in one lens make.</summary>
sealed class Batches
{
    readonly List<Batch> made = [];
    int count;
    int turn = 1;
    Batch? last;

    public int Count => count;

    public Batch this[int index] => made[index];

    /// <summary>The batch of a subject's cells.</summary>
    public Batch Of(Subject subject, Lens lens, int collaborative, Layout layout)
    {
        ref var batch = ref subject.Batch(lens);
        if (batch is null || batch.Turn != turn || batch.Collaborative != collaborative)
        {
            batch = Of(collaborative, subject.Cells(lens, layout));
        }

        return batch;
    }

    /// <summary>The batch of a cell of Bed Class.</summary>
    public Batch Of(int collaborative, int cell) => last is { } batch && batch.Turn == turn && batch.Collaborative == collaborative && batch.Cells[0] == cell
        ? batch
        : last = Of(collaborative, [cell]);

    Batch Of(int collaborative, ReadOnlySpan<int> cells)
    {
        for (var i = count - 1; i >= 0; i--)
        {
            if (made[i].Is(collaborative, cells))
            {
                return made[i];
            }
        }

        if (count == made.Count)
        {
            made.Add(new());
        }

        var batch = made[count++];
        batch.Open(turn, collaborative, cells);
        return batch;
    }

    /// <summary>Forgets all: the next person's follow.</summary>
    public void Clear() => (count, turn) = (0, turn + 1);
}
