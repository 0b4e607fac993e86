using Homeward.Columns;

namespace Homeward.Measures.Reading;

/// <summary>Keys that name records of other tables or providers: kept as text until every provider is read.</summary>
sealed class Links
{
    readonly Utf8PoolBuilder keys = new();
    readonly List<byte[]> texts = [];

    /// <summary>Each row's link; -1 where it names nothing.</summary>
    public Codes Of(TextColumn column) => new(column, Add, -1);

    public ReadOnlySpan<byte> this[int link] => texts[link];

    int Add(ReadOnlySpan<byte> key)
    {
        var link = keys.Add(key);
        if (link == texts.Count)
        {
            texts.Add(key.ToArray());
        }

        return link;
    }
}
