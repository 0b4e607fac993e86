namespace Homeward.Reference;

/// <summary>Effective-dated rows by code: found by code, then by date.</summary>
sealed class Dated<T>
    where T : class
{
    readonly Dictionary<string, T[]> rows;
    readonly Func<T, Effective> effective;

    public Dated(IEnumerable<T> rows, Func<T, string> code, Func<T, Effective> effective)
    {
        this.effective = effective;
        this.rows = rows.GroupBy(code, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.OrderBy(row => effective(row).From).ToArray(), StringComparer.Ordinal);
        All = [.. this.rows.OrderBy(same => same.Key, StringComparer.Ordinal).SelectMany(same => same.Value)];
    }

    /// <summary>By code and start.</summary>
    public IReadOnlyList<T> All { get; }

    public T? On(string code, DateOnly date)
    {
        foreach (var row in rows.GetValueOrDefault(code, []))
        {
            if (effective(row).On(date))
            {
                return row;
            }
        }

        return null;
    }

    public bool Knows(string code) => rows.ContainsKey(code);

    /// <summary>True where the code is in force on some day of <paramref name="span"/>.</summary>
    public bool KnowsDuring(string code, Effective span) =>
        Array.Exists(rows.GetValueOrDefault(code, []), row => effective(row).Overlaps(span));
}
