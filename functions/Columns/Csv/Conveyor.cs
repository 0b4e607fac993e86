using System.Runtime.ExceptionServices;

namespace Homeward.Columns.Csv;

/// <summary>Carries batches from the tokenizer to the columns, on as many threads as there are cores.</summary>
/// <remarks>
/// Every column takes every batch, in file order and one at a time, so it comes out the same whichever thread did the work. The thread that
/// tokenizes works on columns too while no batch is free; others join from the second batch on, so a small file costs no thread. There are
/// never more than <see cref="MostBatches"/> batches: memory does not grow with the file, but for the columns.
/// </remarks>
sealed class Conveyor(IReadOnlyList<ColumnBuilder> builders, int mostThreads, RowBatch first, Func<RowBatch> rent) : IDisposable
{
    const int MostBatches = 4;

    readonly object gate = new();
    readonly Lane[] lanes = [.. builders.Select(builder => new Lane(builder))];
    readonly List<RowBatch> rented = [first];
    readonly Stack<RowBatch> free = [];
    readonly List<Thread> threads = [];

    // Batch number n is underway[n % MostBatches] until every lane has taken it.
    readonly (RowBatch Batch, int Lanes)[] underway = new (RowBatch, int)[MostBatches];
    int published;
    bool ended;
    bool stopped;
    ExceptionDispatchInfo? failure;

    /// <summary>A column, the number of the batch that it takes next, and whether a thread is at it.</summary>
    sealed class Lane(ColumnBuilder builder)
    {
        public ColumnBuilder Builder { get; } = builder;

        public int Next { get; set; }

        public bool Busy { get; set; }

        public CsvColumn? Built { get; set; }
    }

    /// <summary>A batch that no column needs any more, when there is one.</summary>
    public RowBatch Take()
    {
        while (true)
        {
            lock (gate)
            {
                failure?.Throw();
                if (free.TryPop(out var batch))
                {
                    return batch;
                }

                if (rented.Count < MostBatches)
                {
                    rented.Add(rent());
                    return rented[^1];
                }
            }

            Work(() => free.Count > 0);
        }
    }

    /// <summary>Gives a filled batch, got from <see cref="Take"/>, to the columns.</summary>
    public void Publish(RowBatch batch)
    {
        lock (gate)
        {
            if (lanes.Length == 0)
            {
                free.Push(batch);
                return;
            }

            underway[published % MostBatches] = (batch, lanes.Length);
            published++;
            if (published == 2)
            {
                StartThreads();
            }

            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Finishes all columns; no batch may be published afterwards.</summary>
    public IReadOnlyList<CsvColumn> Finish()
    {
        lock (gate)
        {
            ended = true;
            Monitor.PulseAll(gate);
        }

        while (Work(() => false))
        {
        }

        failure?.Throw();
        return Array.ConvertAll(lanes, lane => lane.Built!);
    }

    public void Dispose()
    {
        lock (gate)
        {
            stopped = true;
            Monitor.PulseAll(gate);
        }

        threads.ForEach(thread => thread.Join());
        rented.ForEach(batch => batch.Return());
    }

    void StartThreads()
    {
        for (var count = Math.Min(mostThreads, lanes.Length); threads.Count < count - 1;)
        {
            threads.Add(new Thread(WorkToTheEnd) { IsBackground = true, Name = "CSV columns" });
            threads[^1].Start();
        }
    }

    void WorkToTheEnd()
    {
        try
        {
            while (Work(() => false))
            {
            }
        }
#pragma warning disable CA1031 // Whatever it is, the thread that reads the file throws it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            lock (gate)
            {
                failure ??= ExceptionDispatchInfo.Capture(exception);
                stopped = true;
                Monitor.PulseAll(gate);
            }
        }
    }

    /// <summary>Takes one batch into one column, or finishes one; waits until there is something to do.</summary>
    /// <param name="enough">Asked before waiting: true returns at once.</param>
    /// <returns>False when nothing is left to do.</returns>
    bool Work(Func<bool> enough)
    {
        Lane? lane;
        lock (gate)
        {
            while ((lane = Hindmost()) is null)
            {
                if (enough())
                {
                    return true;
                }

                if (stopped || ended && Array.TrueForAll(lanes, one => one.Built is not null))
                {
                    return false;
                }

                Monitor.Wait(gate);
            }

            lane.Busy = true;
        }

        var built = Advance(lane);
        lock (gate)
        {
            lane.Busy = false;
            lane.Built = built;
            Monitor.PulseAll(gate);
        }

        return true;
    }

    CsvColumn? Advance(Lane lane)
    {
        if (lane.Next == published)
        {
            return lane.Builder.Build();
        }

        var at = lane.Next % MostBatches;
        lane.Builder.Append(underway[at].Batch);
        lock (gate)
        {
            lane.Next++;
            if (--underway[at].Lanes == 0)
            {
                free.Push(underway[at].Batch);
            }
        }

        return null;
    }

    /// <summary>Of the columns that can go on, the one that is furthest behind: its batch is free soonest.</summary>
    Lane? Hindmost()
    {
        Lane? hindmost = null;
        foreach (var lane in lanes)
        {
            var canGoOn = !stopped && !lane.Busy && lane.Built is null && (lane.Next < published || ended);
            if (canGoOn && (hindmost is null || lane.Next < hindmost.Next))
            {
                hindmost = lane;
            }
        }

        return hindmost;
    }
}
