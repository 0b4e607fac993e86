using Homeward.Columns;
using Homeward.Submissions.Checking.Keys;

namespace Homeward.Submissions.Curated;

/// <summary>Work per distinct text, then a look-up per row: a column of millions of rows has few texts that matter. -1 stands for none.</summary>
static class PerCode
{
    public delegate T Read<out T>(ReadOnlySpan<byte> utf8);

    /// <summary>Per code of a column what <paramref name="read"/> makes of its text.</summary>
    public static T[] Of<T>(TextColumn column, Read<T> read)
    {
        var values = GC.AllocateUninitializedArray<T>(column.Pool.Count);
        for (var code = 0; code < values.Length; code++)
        {
            values[code] = read(column.Pool[code]);
        }

        return values;
    }

    /// <summary>Per row the value of its code; <paramref name="none"/> where it has no text.</summary>
    public static T[] Rows<T>(TextColumn column, T[] values, T none)
    {
        var codes = column.Codes;
        var rows = GC.AllocateUninitializedArray<T>(codes.Length);
        for (var row = 0; row < rows.Length; row++)
        {
            var code = codes[row];
            rows[row] = code < 0 ? none : values[code];
        }

        return rows;
    }

    /// <inheritdoc cref="Rows{T}(TextColumn, T[], T)"/>
    public static int[] Rows(TextColumn column, int[] values) => Rows(column, values, -1);

    /// <summary>Per row of a table the row of its parent that its key names; -1 where there is none.</summary>
    public static int[] Parents(TextColumn reference, TextColumn keys)
    {
        var first = KeyRows.First(keys);
        var rows = PoolMap.Of(reference.Pool, keys.Pool);
        for (var code = 0; code < rows.Length; code++)
        {
            rows[code] = rows[code] < 0 ? -1 : first[rows[code]];
        }

        return Rows(reference, rows);
    }

    /// <summary>What the parents' rows hold, per row of the children; <paramref name="none"/> where there is no parent.</summary>
    public static T[] Through<T>(int[] parents, T[] values, T none)
    {
        var rows = GC.AllocateUninitializedArray<T>(parents.Length);
        for (var row = 0; row < rows.Length; row++)
        {
            var parent = parents[row];
            rows[row] = parent < 0 ? none : values[parent];
        }

        return rows;
    }

    /// <inheritdoc cref="Through{T}(int[], T[], T)"/>
    public static int[] Through(int[] parents, int[] values) => Through(parents, values, -1);
}
