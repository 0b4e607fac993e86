using Homeward.Columns;

namespace Homeward.Measures.Reading;

/// <summary>One table of one provider, newest month first: the first seen of a key is its record.</summary>
/// <param name="columns">The key's column first.</param>
sealed class KeyedReader<T>(string table, string[] columns, KeyedReader<T>.Prepare prepare)
{
    /// <summary>Looks at a month's columns once and gives what makes its rows.</summary>
    public delegate Func<int, T> Prepare(Table table, MonthFile file);

    Utf8PoolBuilder Keys { get; } = new();

    /// <summary>One per key, in the order of the keys; persons and parents are still the provider's.</summary>
    public List<T> Rows { get; } = [];

    /// <param name="newer">The month is newer than those read before: its records replace theirs.</param>
    public void Read(MonthFile file, bool newer = false)
    {
        var read = file.Read(table, columns);
        var key = read.Text(columns[0]);
        var make = prepare(read, file);
        for (var row = 0; row < read.RowCount; row++)
        {
            var record = Keys.Add(key.Utf8(row));
            if (record == Rows.Count)
            {
                Rows.Add(make(row));
            }
            else if (newer)
            {
                Rows[record] = make(row);
            }
        }
    }

    /// <summary>The record of each row's key; -1 where there is none.</summary>
    public Codes Of(TextColumn key) => new(key, Keys.Find, -1);
}
