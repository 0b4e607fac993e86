using System.Runtime.ExceptionServices;

namespace Homeward.Columns.Parquet;

/// <summary>Shares numbered pieces of work among the cores. What a piece yields must not depend on who does it, or when.</summary>
static class Workers
{
    /// <summary>Runs <paramref name="work"/> for 0 … <paramref name="count"/> − 1, each worker with tools of its own, disposed where they can be; a failure is thrown as it was.</summary>
    public static void Run<TTools>(int count, bool alone, Func<TTools> tools, Action<TTools, int> work)
    {
        var next = -1;
        void Work(int worker)
        {
            var own = tools();
            using var disposed = own as IDisposable;
            for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
            {
                work(own, i);
            }
        }

        var workers = alone ? 1 : Math.Min(count, Environment.ProcessorCount);
        if (workers <= 1)
        {
            Work(0);
            return;
        }

        try
        {
            Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, Work);
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
        }
    }
}
