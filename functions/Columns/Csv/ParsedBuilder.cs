using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Homeward.Columns.Csv;

/// <summary>How the bytes of a field become a value.</summary>
interface IFieldParser<T>
{
    /// <summary>Reads the form that nearly every field has; false sends the field to <see cref="TryParse"/>.</summary>
    /// <param name="start">The field's first byte; <see cref="RowBatch.Slack"/> bytes may be read from it whatever the length.</param>
    /// <param name="value">The value; <c>default</c> where false is returned.</param>
    bool TryFast(ref byte start, int length, out T value);

    /// <summary>Reads a field without quotes and outer spaces, not empty.</summary>
    /// <param name="reformatted">The field was not in the form that was asked for, but could be read.</param>
    bool TryParse(ReadOnlySpan<byte> text, out T value, out bool reformatted);

    Column Column(string name, T[] values, Bits? nulls);
}

/// <summary>Builds a column of fixed-width values, remembering which fields were blank and which did not parse.</summary>
sealed class ParsedBuilder<T, TParser>(CsvColumnSpec spec, int field, int keptFaults, TParser parser) : ColumnBuilder(spec, field)
    where T : unmanaged
    where TParser : struct, IFieldParser<T>
{
    const int KeptCharacters = 64;

    readonly IGrowing<T> values = typeof(T) == typeof(int) ? (IGrowing<T>)(object)new PackedIntegers() : new Segments<T>();
    readonly RowMarks nulls = new();
    readonly RowMarks unparsable = new();
    readonly RowMarks reformatted = new();
    readonly List<CsvFieldFault> kept = [];

    public override CsvColumn Build() =>
        new(Spec, parser.Column(Spec.Name, values.Take(), nulls.Build(Rows)), unparsable.Build(Rows), kept, reformatted.Build(Rows));

    protected override void Parse(RowBatch batch)
    {
        var target = values.Next(batch.Rows);
        for (var first = 0; first < target.Length; first += 64)
        {
            var some = target.Slice(first, Math.Min(64, target.Length - first));
            var (blank, others) = Fast(batch, first, some);
            nulls.Mark(blank, Rows + first);
            for (; others != 0; others &= others - 1)
            {
                var row = System.Numerics.BitOperations.TrailingZeroCount(others);
                some[row] = Slow(Value(batch, first + row), Rows + first + row);
            }
        }

        values.Keep();
    }

    /// <summary>Reads up to 64 fields without a branch that the data decides.</summary>
    /// <returns>Which fields have no bytes, and which others remain to be read.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    (ulong Blank, ulong Others) Fast(RowBatch batch, int first, Span<T> target)
    {
        var (blank, read, reader) = (0UL, 0UL, parser);
        ref var end = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(batch.Ends), first * batch.Stride + Field);
        ref var bytes = ref MemoryMarshal.GetArrayDataReference(batch.Bytes);
        for (var i = 0; i < target.Length; i++)
        {
            var length = Unsafe.Add(ref end, 1) - end - 1;
            read |= (reader.TryFast(ref Unsafe.Add(ref bytes, end + 1), length, out target[i]) ? 1UL : 0) << i;
            blank |= (length == 0 ? 1UL : 0) << i;
            end = ref Unsafe.Add(ref end, batch.Stride);
        }

        return (blank, ~(read | blank) & ulong.MaxValue >> (64 - target.Length));
    }

    T Slow(ReadOnlySpan<byte> text, int row)
    {
        if (!text.IsEmpty && parser.TryParse(text, out var value, out var otherForm))
        {
            if (otherForm)
            {
                reformatted.Mark(row);
            }

            return value;
        }

        nulls.Mark(row);
        if (!text.IsEmpty)
        {
            unparsable.Mark(row);
            if (kept.Count < keptFaults)
            {
                kept.Add(new CsvFieldFault(row, Cut(text)));
            }
        }

        return default;
    }

    static string Cut(ReadOnlySpan<byte> text)
    {
        var sent = Encoding.UTF8.GetString(text);
        var length = Math.Min(sent.Length, KeptCharacters);
        return sent[..(length < sent.Length && char.IsHighSurrogate(sent[length - 1]) ? length - 1 : length)];
    }
}
