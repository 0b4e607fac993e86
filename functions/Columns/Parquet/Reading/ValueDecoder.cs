using Homeward.Columns.Parquet.Format;

namespace Homeward.Columns.Parquet.Reading;

/// <summary>Turns the stored values of one column into those of the table; nulls are not its concern.</summary>
abstract class ValueDecoder<T>
    where T : unmanaged
{
    /// <summary>What an entry of a dictionary takes, and what it takes to find its like.</summary>
    const long DictionaryEntry = 16;

    int[] numbers = [];

    T[]? dictionary;

    ReadLimits limits = new(0);

    /// <summary>What is being read, for messages.</summary>
    protected string Where { get; private set; } = "";

    /// <summary>A new chunk begins; the dictionary of the one before is forgotten.</summary>
    public void Begin(string where, ReadLimits limits) => (Where, this.limits, dictionary) = (where, limits, null);

    /// <summary>Reads the dictionary page of a chunk: <paramref name="count"/> plain values.</summary>
    public void ReadDictionary(ReadOnlySpan<byte> data, int count)
    {
        ParquetException.Require(count <= data.Length, Where, $"a dictionary of {count} values in {data.Length} bytes");
        Take(count * DictionaryEntry);
        var values = new T[count];
        Decode(PageEncoding.Plain, data, values);
        dictionary = values;
    }

    /// <summary>Reads as many values as there is room for.</summary>
    public void Read(PageEncoding encoding, ReadOnlySpan<byte> data, Span<T> values)
    {
        if (values.IsEmpty)
        {
            return;
        }

        if (encoding is PageEncoding.RleDictionary or PageEncoding.PlainDictionary)
        {
            FromDictionary(data, values);
        }
        else
        {
            Decode(encoding, data, values);
        }
    }

    protected abstract void Decode(PageEncoding encoding, ReadOnlySpan<byte> data, Span<T> values);

    /// <summary>Counts memory that what a page holds makes necessary.</summary>
    protected void Take(long size) => limits.Take(size, Where);

    protected void Refuse(PageEncoding encoding) => ParquetException.Unsupported(Where, $"the encoding {encoding} for this type");

    void FromDictionary(ReadOnlySpan<byte> data, Span<T> values)
    {
        var dictionary = this.dictionary;
        ParquetException.Require(dictionary is not null, Where, "a page refers to a dictionary that the chunk lacks");
        ParquetException.Require(!data.IsEmpty, Where, "a page without values");
        if (numbers.Length < values.Length)
        {
            Take((values.Length - numbers.Length) * (long)sizeof(int));
            numbers = new int[values.Length];
        }

        var indexes = numbers.AsSpan(0, values.Length);
        RleDecoder.Decode(data[1..], data[0], indexes, Where);
        for (var i = 0; i < indexes.Length && i < values.Length; i++)
        {
            var index = indexes[i];
            if ((uint)index >= (uint)dictionary.Length)
            {
                ParquetException.Damaged(Where, $"entry {index} of a dictionary of {dictionary.Length}");
            }

            values[i] = dictionary[index];
        }
    }
}
