using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Suppression.Reader;

/// <summary>Which suppressed rows somebody can work out to the unit.</summary>
static class Secrets
{
    /// <returns>Suppressed rows that can be only one whole number, and how many suppressed rows were tried.</returns>
    public static (List<FigureKey> Told, int Tried) Of(Knowledge knowledge, IReadOnlyDictionary<FigureKey, double?> told)
    {
        var swaps = new Swaps(knowledge.Rows);
        var (secrets, tried) = (new List<FigureKey>(), 0);
        foreach (var (part, rows) in Parts(knowledge))
        {
            var place = part.Select((unknown, at) => (unknown, at)).ToDictionary(p => p.unknown, p => p.at);
            var moves = new Moves(
                part.Count, [.. rows.Select(row => (row.Terms.Select(t => (place[t.Unknown], t.By)).ToList(), row.Slack))]);
            var open = part.Where(unknown => told[knowledge.Unknowns[unknown]] is null).ToHashSet();
            tried += open.Count;
            while (open.Count > 0)
            {
                var unknown = open.First();
                open.Remove(unknown);
                if (swaps.Of(unknown) is { } moved)
                {
                    open.ExceptWith(moved);
                }
                else if ((moves.By(place[unknown], 1) ?? moves.By(place[unknown], -1)) is { } solution)
                {
                    // Whoever moved by one in the same solution is no secret told either.
                    open.RemoveWhere(other => Math.Abs(solution[place[other]]) >= 1 - 1e-6);
                }
                else
                {
                    secrets.Add(knowledge.Unknowns[unknown]);
                }
            }
        }

        return (secrets, tried);
    }

    /// <summary>Unknowns that no row binds to each other are judged apart.</summary>
    static IEnumerable<(List<int> Unknowns, List<(List<(int Unknown, double By)> Terms, double Slack)> Rows)> Parts(Knowledge knowledge)
    {
        var root = Enumerable.Range(0, knowledge.Unknowns.Count).ToArray();
        int Find(int unknown) => root[unknown] == unknown ? unknown : root[unknown] = Find(root[unknown]);
        foreach (var (terms, _) in knowledge.Rows)
        {
            foreach (var (unknown, _) in terms)
            {
                root[Find(unknown)] = Find(terms[0].Unknown);
            }
        }

        var rows = knowledge.Rows.ToLookup(row => Find(row.Terms[0].Unknown));
        return root.Select((_, unknown) => unknown).GroupBy(Find).Select(part => (part.ToList(), rows[part.Key].ToList()));
    }
}
