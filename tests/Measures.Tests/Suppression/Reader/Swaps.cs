namespace Homeward.Measures.Tests.Suppression.Reader;

/// <summary>The quick answer: another solution in whole numbers, found by moving one unknown after the other by one. It may find none where there is one.</summary>
sealed class Swaps
{
    const int Patience = 400;

    readonly IReadOnlyList<(List<(int Unknown, double By)> Terms, double Slack)> rows;
    readonly ILookup<int, int> rowsOf;
    readonly Dictionary<int, int> moves = [];
    int left;

    public Swaps(IReadOnlyList<(List<(int Unknown, double By)> Terms, double Slack)> rows)
    {
        this.rows = rows;
        rowsOf = rows.SelectMany((row, at) => row.Terms.Select(t => (t.Unknown, at))).ToLookup(r => r.Unknown, r => r.at);
    }

    /// <returns>The unknowns that moved; null where nothing was found.</returns>
    public IReadOnlyCollection<int>? Of(int unknown)
    {
        foreach (var by in (ReadOnlySpan<int>)[1, -1])
        {
            moves.Clear();
            (left, moves[unknown]) = (Patience, by);
            if (Mend(rowsOf[unknown]))
            {
                return [.. moves.Where(m => m.Value != 0).Select(m => m.Key)];
            }
        }

        return null;
    }

    bool Mend(IEnumerable<int> touched)
    {
        var broken = touched.Where(at => rows[at].Terms.Sum(t => t.By * moves.GetValueOrDefault(t.Unknown)) > rows[at].Slack + 1e-9).Distinct().ToList();
        if (broken.Count == 0)
        {
            return true;
        }

        foreach (var (unknown, by) in rows[broken[0]].Terms)
        {
            var (step, moved) = (by > 0 ? -1 : 1, moves.GetValueOrDefault(unknown));
            if (moved * step < 0)
            {
                continue;
            }

            if (--left < 0)
            {
                return false;
            }

            moves[unknown] = moved + step;
            if (Mend(broken.Concat(rowsOf[unknown])))
            {
                return true;
            }

            moves[unknown] = moved;
        }

        return false;
    }
}
