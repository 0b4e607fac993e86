namespace Homeward.Reference.Loading;

/// <summary>A row and where it was found.</summary>
/// <param name="Where">File and line.</param>
readonly record struct Located<T>(T Row, string File, string Where);

static class Overlaps
{
    /// <summary>Reports rows of one key that are in force on the same day.</summary>
    public static void Check<T, TKey>(
        IEnumerable<Located<T>> rows, Func<T, TKey> key, Func<T, Effective> effective, Func<T, string> named, LoadLog log)
        where TKey : notnull
    {
        foreach (var same in rows.GroupBy(row => key(row.Row)))
        {
            var ordered = same.OrderBy(row => effective(row.Row).From).ToArray();
            for (var i = 1; i < ordered.Length; i++)
            {
                if (effective(ordered[i - 1].Row).Overlaps(effective(ordered[i].Row)))
                {
                    log.Problem(ordered[i].File, $"{ordered[i].Where}: {named(ordered[i].Row)} is given twice for the same days, "
                        + $"also on {ordered[i - 1].Where}. Keep one row, or part them by from and to.");
                }
            }
        }
    }
}
