namespace Homeward.Measures.Tests.Suppression.Reader;

/// <summary>
/// Linear knowledge about unknowns of which the truth is one solution, and the question how far an unknown can move away from it: a
/// simplex that starts at the truth, so that its first corner is known.
/// </summary>
/// <param name="rows">Each says: the sum of coefficient × move is at most the slack; 0 ≤ slack.</param>
sealed class Moves(int unknowns, List<(List<(int Unknown, double By)> Terms, double Slack)> rows)
{
    const double Tiny = 1e-7;
    const int MostSteps = 3_000;

    /// <summary>A solution in which the unknown moves by at least one, up or down; null where there is none.</summary>
    public double[]? By(int unknown, int direction)
    {
        // Each unknown is a rise less a fall, both at least 0; then one slack per row.
        var (columns, table) = (2 * unknowns, new double[rows.Count + 1][]);
        var basis = new int[rows.Count];
        for (var r = 0; r < rows.Count; r++)
        {
            table[r] = new double[columns + 1];
            foreach (var (at, by) in rows[r].Terms)
            {
                table[r][2 * at] += by;
                table[r][2 * at + 1] -= by;
            }

            (table[r][columns], basis[r]) = (rows[r].Slack, -1 - r);
        }

        var goal = table[^1] = new double[columns + 1];
        (goal[2 * unknown], goal[2 * unknown + 1]) = (direction, -direction);
        var names = Enumerable.Range(0, columns).ToArray(); // which variable a column stands for; negative: a row's slack
        for (var step = 0; step < MostSteps; step++)
        {
            if (-goal[columns] >= 1 - Tiny)
            {
                return Solution(table, basis, columns);
            }

            var enter = Entering(goal, names, columns);
            if (enter < 0)
            {
                return null;
            }

            var leave = Leaving(table, basis, enter, columns);
            if (leave < 0)
            {
                return Ray(table, basis, names, enter, columns, unknown, direction);
            }

            Pivot(table, basis, names, enter, leave, columns);
        }

        throw new InvalidOperationException("No answer: the simplex goes round in circles.");
    }

    /// <summary>Bland's rule: the first by name, so that it ends.</summary>
    static int Entering(double[] goal, int[] names, int columns)
    {
        var best = -1;
        for (var c = 0; c < columns; c++)
        {
            if (goal[c] > Tiny && (best < 0 || names[c] < names[best]))
            {
                best = c;
            }
        }

        return best;
    }

    int Leaving(double[][] table, int[] basis, int enter, int columns)
    {
        var (best, least) = (-1, double.PositiveInfinity);
        for (var r = 0; r < rows.Count; r++)
        {
            if (table[r][enter] > Tiny)
            {
                var ratio = table[r][columns] / table[r][enter];
                if (ratio < least - Tiny || (ratio <= least + Tiny && (best < 0 || basis[r] < basis[best])))
                {
                    (best, least) = (r, Math.Min(ratio, least));
                }
            }
        }

        return best;
    }

    static void Pivot(double[][] table, int[] basis, int[] names, int enter, int leave, int columns)
    {
        var pivot = table[leave];
        var by = 1 / pivot[enter];
        for (var c = 0; c <= columns; c++)
        {
            pivot[c] *= by;
        }

        pivot[enter] = by;
        foreach (var row in table)
        {
            var factor = row[enter];
            if (row != pivot && factor != 0)
            {
                for (var c = 0; c <= columns; c++)
                {
                    row[c] -= factor * pivot[c];
                }

                row[enter] = -factor * by;
            }
        }

        (basis[leave], names[enter]) = (names[enter], basis[leave]);
    }

    double[] Solution(double[][] table, int[] basis, int columns)
    {
        var moves = new double[unknowns];
        for (var r = 0; r < rows.Count; r++)
        {
            if (basis[r] >= 0)
            {
                moves[basis[r] / 2] += (basis[r] % 2 == 0 ? 1 : -1) * table[r][columns];
            }
        }

        return moves;
    }

    /// <summary>Nothing bounds the way that opens: far enough along it, the unknown has moved by one.</summary>
    double[] Ray(double[][] table, int[] basis, int[] names, int enter, int columns, int unknown, int direction)
    {
        var along = new double[unknowns];
        void Add(int name, double by)
        {
            if (name >= 0)
            {
                along[name / 2] += (name % 2 == 0 ? 1 : -1) * by;
            }
        }

        Add(names[enter], 1);
        for (var r = 0; r < rows.Count; r++)
        {
            Add(basis[r], -table[r][enter]);
        }

        var at = Solution(table, basis, columns);
        var far = (1 + Math.Abs(at[unknown])) / (direction * along[unknown]);
        return [.. at.Zip(along, (a, d) => a + far * d)];
    }
}
