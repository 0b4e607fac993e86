namespace Homeward.Columns;

/// <summary>Builds a <see cref="TextColumn"/> row by row from UTF-8 bytes.</summary>
public sealed class TextColumnBuilder(string name, int capacity = 64)
{
    readonly Utf8PoolBuilder pool = new();
    int[] codes = new int[capacity];

    public int Count { get; private set; }

    public void Append(ReadOnlySpan<byte> utf8) => Add(pool.Add(utf8));

    public void AppendNull() => Add(-1);

    public TextColumn Build() => new(name, pool.Build(), codes.AsSpan(0, Count).ToArray());

    void Add(int code)
    {
        if (Count == codes.Length)
        {
            Array.Resize(ref codes, Math.Max(64, codes.Length * 2));
        }

        codes[Count++] = code;
    }
}
