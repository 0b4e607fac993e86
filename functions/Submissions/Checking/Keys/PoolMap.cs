using Homeward.Columns;

namespace Homeward.Submissions.Checking.Keys;

/// <summary>Finds the texts of one dictionary in another.</summary>
static class PoolMap
{
    /// <summary>Per code of <paramref name="from"/> the code of the same text in <paramref name="to"/>; -1 where it has none.</summary>
    /// <remarks>Exports list children in their parents' order, so the parent after the last one found is tried before any hashing.</remarks>
    public static int[] Of(Utf8Pool from, Utf8Pool to)
    {
        var map = new int[from.Count];
        Utf8PoolIndex? index = null;
        var next = 0;
        for (var code = 0; code < map.Length; code++)
        {
            var text = from[code];
            var found = next < to.Count && text.SequenceEqual(to[next]) ? next : (index ??= new(to)).Find(text);
            map[code] = found;
            next = found >= 0 ? found + 1 : next;
        }

        index?.Dispose();
        return map;
    }
}
