namespace Homeward.Columns.Parquet.Writing;

/// <summary>The values of a column chunk without its nulls, ready to be written page by page.</summary>
abstract class ChunkValues : IDisposable
{
    /// <summary>Distinct values where they are written as a dictionary; 0 where values are written plain.</summary>
    public int DictionaryCount { get; private set; }

    /// <summary>Values in all.</summary>
    public abstract int Count { get; }

    /// <summary>From now on values are written plain, whatever a dictionary would save.</summary>
    public void UsePlain() => DictionaryCount = 0;

    /// <summary>From now on values are written as numbers into a dictionary of <paramref name="count"/>.</summary>
    public void UseDictionary(int count) => DictionaryCount = count;

    public abstract void WriteDictionary(ByteBuffer output);

    /// <summary>Appends the values from one position to another: plain, or as numbers into the dictionary.</summary>
    public abstract void Write(int from, int to, ByteBuffer output);

    /// <summary>Where a page that starts at a value must end, at most at <paramref name="to"/>, to stay within a page's size.</summary>
    public virtual int PageEnd(int from, int to) => to;

    /// <summary>Least and greatest of some values, at least one; false where they have no order.</summary>
    public abstract bool Bounds(int from, int to, out Bounds bounds);

    /// <summary>Orders two bounds as the column's type does.</summary>
    public abstract int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right);

    public abstract void Dispose();
}

/// <summary>Least and greatest value as statistics hold them.</summary>
readonly record struct Bounds(byte[] Min, byte[] Max, bool MinExact = true, bool MaxExact = true);
