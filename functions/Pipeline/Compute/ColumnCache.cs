using Homeward.Columns;

namespace Homeward.Pipeline.Compute;

/// <summary>Decoded columns, the least recently used forgotten beyond a budget: neighbouring periods read the same months.</summary>
sealed class ColumnCache(long budgetBytes)
{
    readonly Dictionary<(string File, string Column), LinkedListNode<Entry>> entries = [];
    readonly LinkedList<Entry> byUse = new();
    readonly Lock gate = new();
    long bytes;

    public Column? Find(string file, string column)
    {
        lock (gate)
        {
            if (!entries.TryGetValue((file, column), out var node))
            {
                return null;
            }

            byUse.Remove(node);
            byUse.AddFirst(node);
            return node.Value.Column;
        }
    }

    public void Add(string file, Column column)
    {
        lock (gate)
        {
            if (entries.ContainsKey((file, column.Name)))
            {
                return;
            }

            var entry = new Entry((file, column.Name), column, Cost(column));
            entries.Add(entry.Key, byUse.AddFirst(entry));
            for (bytes += entry.Bytes; bytes > budgetBytes && byUse.Last is { } last; byUse.RemoveLast())
            {
                bytes -= last.Value.Bytes;
                entries.Remove(last.Value.Key);
            }
        }
    }

    static long Cost(Column column) => 200 + column switch
    {
        TextColumn text => 4L * text.Count + text.Pool.ByteCount + 4L * text.Pool.Count,
        Column<int> => 4L * column.Count,
        Column<bool> => column.Count,
        _ => 8L * column.Count,
    };

    sealed record Entry((string File, string Column) Key, Column Column, long Bytes);
}
