namespace Homeward.Measures.Suppression;

/// <summary>What every cell is; what is not published itself follows from a sum.</summary>
static class Truth
{
    /// <returns>By cell; NaN where no sum says it.</returns>
    public static double[] Of(IntervalProblem problem)
    {
        var truth = new double[problem.Cells];
        for (var cell = 0; cell < truth.Length; cell++)
        {
            truth[cell] = problem[cell].Value;
        }

        var pending = Enumerable.Range(0, problem.Sums).ToArray();
        for (var before = 0; before != pending.Length;)
        {
            before = pending.Length;
            pending = Array.FindAll(pending, sum => !Follows(problem, sum, truth));
        }

        return truth;
    }

    /// <returns>True where nothing is left to find: at most one cell was unknown.</returns>
    static bool Follows(IntervalProblem problem, int sum, double[] truth)
    {
        var whole = problem.Whole(sum);
        var (unknown, cell, parts) = (double.IsNaN(truth[whole]) ? 1 : 0, whole, 0.0);
        foreach (var part in problem.Parts(sum))
        {
            if (double.IsNaN(truth[part]))
            {
                (unknown, cell) = (unknown + 1, part);
            }
            else
            {
                parts += truth[part];
            }
        }

        if (unknown == 1)
        {
            truth[cell] = cell == whole ? parts : truth[whole] - parts;
        }

        return unknown < 2;
    }
}
