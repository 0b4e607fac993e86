using Homeward.Columns;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Checking.Keys;

/// <summary>Where the keys of a table stand.</summary>
static class KeyRows
{
    /// <summary>True where no two rows share a key: told by counting, without looking at a single row.</summary>
    public static bool AreUnique(TextColumn keys) => keys.Pool.Count == keys.Count - keys.NullCount;

    /// <summary>Per code of the key column the first row that has it.</summary>
    public static int[] First(TextColumn keys)
    {
        var rows = new int[keys.Pool.Count];
        Array.Fill(rows, -1);
        for (var row = 0; row < keys.Count; row++)
        {
            var code = keys.Codes[row];
            if (code >= 0 && rows[code] < 0)
            {
                rows[code] = row;
            }
        }

        return rows;
    }

    /// <summary>Per row of a table the row of its parent table with the key that <paramref name="reference"/> gives; -1 where there is none.</summary>
    public static int[] Of(TextColumn reference, Sheet parent)
    {
        var keys = parent.Key!.Text;
        var first = First(keys);
        var map = PoolMap.Of(reference.Pool, keys.Pool);
        for (var code = 0; code < map.Length; code++)
        {
            map[code] = map[code] < 0 ? -1 : first[map[code]];
        }

        var rows = new int[reference.Count];
        for (var row = 0; row < rows.Length; row++)
        {
            var code = reference.Codes[row];
            rows[row] = code < 0 ? -1 : map[code];
        }

        return rows;
    }
}
