namespace Homeward.Measures.Suppression;

/// <summary>Suppresses and leaves out until no suppressed cell can be worked out (kpis.md §4).</summary>
static class Protection
{
    /// <returns>The intervals that a reader of what is left would work out one sum at a time.</returns>
    public static Narrowing Of(IntervalProblem problem)
    {
        var narrowing = new Narrowing(problem);
        foreach (var group in narrowing.Groups())
        {
            do
            {
                narrowing.Run(group);
            }
            while (Hide(problem, narrowing, group));
        }

        Audit(problem);
        return narrowing;
    }

    /// <returns>True where something had to be hidden.</returns>
    static bool Hide(IntervalProblem problem, Narrowing narrowing, int[] group)
    {
        var blamed = new HashSet<int>();
        foreach (var rule in group)
        {
            foreach (var cell in narrowing.Bound(rule))
            {
                if (narrowing.Telling(cell) is { } telling && blamed.Add(telling))
                {
                    Hide(problem, telling, cell);
                }
            }
        }

        return blamed.Count > 0;
    }

    /// <summary>Suppresses the smallest shown cell of a sum, a part before the whole; where none is left, leaves its parts out.</summary>
    static void Hide(IntervalProblem problem, int rule, int told)
    {
        if (rule >= problem.Sums)
        {
            problem.Hide(rule - problem.Sums);
            return;
        }

        var whole = problem.Whole(rule);
        var smallest = -1;
        foreach (var part in problem.Parts(rule))
        {
            if (problem[part].Told == Disclosure.Rounded && (smallest < 0 || Math.Abs(problem[part].Value) < Math.Abs(problem[smallest].Value)))
            {
                smallest = part;
            }
        }

        if (smallest < 0 && problem[whole].Told == Disclosure.Rounded)
        {
            smallest = whole;
        }

        if (smallest >= 0)
        {
            problem.Open(smallest, Disclosure.Suppressed);
            return;
        }

        foreach (var part in problem.Parts(rule))
        {
            if (problem[part].Told == Disclosure.Suppressed)
            {
                problem.Open(part, Disclosure.LeftOut);
            }
        }

        problem.Open(told, Disclosure.LeftOut);
    }

    /// <summary>
    /// Intervals judge one sum at a time; several together can tell more. A suppressed row of which no other value is found that fits all
    /// of them is left out.
    /// </summary>
    static void Audit(IntervalProblem problem)
    {
        var exchanges = new Exchanges(problem, Truth.Of(problem));
        var safe = new bool[problem.Cells];
        for (var cell = 0; cell < problem.Cells; cell++)
        {
            if (problem[cell].Told != Disclosure.Suppressed || safe[cell])
            {
                continue;
            }

            if (exchanges.Of(cell))
            {
                foreach (var other in exchanges.Differing)
                {
                    safe[other] = true;
                }
            }
            else
            {
                problem.Open(cell, Disclosure.LeftOut);
                exchanges.Opened(cell);
            }
        }
    }
}
