namespace Homeward.Measures.Summary;

/// <summary>Why a point of a series is more than chance.</summary>
[Flags]
enum SpecialCause
{
    None = 0,

    /// <summary>Outside the process limits.</summary>
    Outside = 1,

    /// <summary>One of seven in a row on one side of the mean.</summary>
    Shift = 2,

    /// <summary>One of seven in a row that rise, or fall.</summary>
    Trend = 4,

    /// <summary>One of two of three in the outer third, on the same side.</summary>
    OuterThird = 8,
}

/// <summary>A series held against its natural process limits (XmR, as in NHS "Making Data Count").</summary>
/// <param name="High">Per point: it lies, or moves, upwards where its cause is special.</param>
sealed record ProcessLimits(double Mean, double Lower, double Upper, SpecialCause[] Causes, bool[] High)
{
    const double LimitFactor = 2.66;
    const int Run = 7;

    /// <summary>Null for fewer than two points: nothing moves.</summary>
    public static ProcessLimits? Of(double[] points)
    {
        if (points.Length < 2)
        {
            return null;
        }

        var mean = points.Average();
        var moving = points.Zip(points.Skip(1), (a, b) => Math.Abs(b - a)).Average();
        var limits = new ProcessLimits(
            mean, mean - LimitFactor * moving, mean + LimitFactor * moving, new SpecialCause[points.Length], new bool[points.Length]);
        limits.MarkOutside(points);
        limits.MarkRuns(points.Length, SpecialCause.Shift, i => Math.Sign(points[i] - mean), Run, 0);
        limits.MarkRuns(points.Length - 1, SpecialCause.Trend, i => Math.Sign(points[i + 1] - points[i]), Run - 1, 1);
        limits.MarkOuterThird(points);
        return limits;
    }

    void MarkOutside(double[] points)
    {
        for (var i = 0; i < points.Length; i++)
        {
            if (points[i] < Lower || points[i] > Upper)
            {
                Mark(i, SpecialCause.Outside, points[i] > Upper);
            }
        }
    }

    /// <summary>Marks the points of every stretch of equal signs that is long enough.</summary>
    /// <param name="more">How many points after a stretch belong to it.</param>
    void MarkRuns(int count, SpecialCause cause, Func<int, int> sign, int least, int more)
    {
        for (var start = 0; start < count;)
        {
            var end = start + 1;
            while (end < count && sign(end) == sign(start))
            {
                end++;
            }

            for (var i = start; sign(start) != 0 && end - start >= least && i < end + more; i++)
            {
                Mark(i, cause, sign(start) > 0);
            }

            start = end;
        }
    }

    void MarkOuterThird(double[] points)
    {
        var third = (Upper - Mean) * 2 / 3;
        for (var i = 0; i < points.Length; i++)
        {
            foreach (var high in (ReadOnlySpan<bool>)[true, false])
            {
                bool Far(int point) => point >= 0 && point < points.Length && third > 0
                    && (high ? points[point] > Mean + third : points[point] < Mean - third);
                if (Far(i) && (Far(i - 1) || Far(i - 2) || Far(i + 1) || Far(i + 2)))
                {
                    Mark(i, SpecialCause.OuterThird, high);
                }
            }
        }
    }

    void Mark(int point, SpecialCause cause, bool high)
    {
        Causes[point] |= cause;
        High[point] = high;
    }
}
