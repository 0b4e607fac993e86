using System.Text;

namespace Homeward.Columns.Csv;

/// <summary>Builds a column of fixed-width values, remembering which fields were blank and which did not parse.</summary>
abstract class ParsedBuilder<T>(CsvColumnSpec spec, int field, int keptFaults) : ColumnBuilder(spec, field)
    where T : unmanaged
{
    const int KeptCharacters = 64;

    readonly Segments<T> values = new();
    readonly RowMarks nulls = new();
    readonly RowMarks unparsable = new();
    readonly List<CsvFieldFault> kept = [];

    /// <summary>Rows whose date was read as dd/MM/yyyy.</summary>
    protected RowMarks Reformatted { get; } = new();

    public sealed override CsvColumn Build() =>
        new(Spec, Column(Spec.Name, values.Take(), nulls.Build(Rows)), unparsable.Build(Rows), kept, Reformatted.Build(Rows));

    protected sealed override void Parse(RowBatch batch)
    {
        var target = values.Next(batch.Rows);
        for (var row = 0; row < target.Length; row++)
        {
            var text = Value(batch, row);
            if (!TryParse(text, Rows + row, out target[row]))
            {
                target[row] = default;
                Miss(text, Rows + row);
            }
        }
    }

    protected abstract bool TryParse(ReadOnlySpan<byte> text, int row, out T value);

    protected abstract Column Column(string name, T[] values, Bits? nulls);

    void Miss(ReadOnlySpan<byte> text, int row)
    {
        nulls.Mark(row);
        if (text.IsEmpty)
        {
            return;
        }

        unparsable.Mark(row);
        if (kept.Count < keptFaults)
        {
            kept.Add(new CsvFieldFault(row, Cut(text)));
        }
    }

    static string Cut(ReadOnlySpan<byte> text)
    {
        var sent = Encoding.UTF8.GetString(text);
        var length = Math.Min(sent.Length, KeptCharacters);
        return sent[..(length < sent.Length && char.IsHighSurrogate(sent[length - 1]) ? length - 1 : length)];
    }
}

sealed class DateBuilder(CsvColumnSpec spec, int field, int keptFaults) : ParsedBuilder<int>(spec, field, keptFaults)
{
    protected override bool TryParse(ReadOnlySpan<byte> text, int row, out int value)
    {
        var parsed = Dates.TryParse(text, out value, out var reformatted);
        if (reformatted)
        {
            Reformatted.Mark(row);
        }

        return parsed;
    }

    protected override Column Column(string name, int[] values, Bits? nulls) => new DateColumn(name, values, nulls);
}

sealed class InstantBuilder(CsvColumnSpec spec, int field, int keptFaults) : ParsedBuilder<long>(spec, field, keptFaults)
{
    protected override bool TryParse(ReadOnlySpan<byte> text, int row, out long value) => Instants.TryParse(text, out value);

    protected override Column Column(string name, long[] values, Bits? nulls) => new TimestampColumn(name, values, nulls);
}

sealed class IntegerBuilder(CsvColumnSpec spec, int field, int keptFaults) : ParsedBuilder<int>(spec, field, keptFaults)
{
    protected override bool TryParse(ReadOnlySpan<byte> text, int row, out int value) => Numbers.TryInteger(text, out value);

    protected override Column Column(string name, int[] values, Bits? nulls) => new Int32Column(name, values, nulls);
}

sealed class DecimalBuilder(CsvColumnSpec spec, int field, int keptFaults) : ParsedBuilder<long>(spec, field, keptFaults)
{
    readonly long bound = Bound(spec);

    protected override bool TryParse(ReadOnlySpan<byte> text, int row, out long value) => Numbers.TryDecimal(text, Spec.Scale, bound, out value);

    protected override Column Column(string name, long[] values, Bits? nulls) => new DecimalColumn(name, values, Spec.Precision, Spec.Scale, nulls);

    static long Bound(CsvColumnSpec spec)
    {
        if (spec.Precision is < 1 or > 18 || spec.Scale < 0 || spec.Scale > spec.Precision)
        {
            throw new ArgumentException($"Column {spec.Name}: decimal({spec.Precision},{spec.Scale}) is not possible; precision is 1 to 18, scale 0 to precision.", nameof(spec));
        }

        var bound = 1L;
        for (var digit = 0; digit < spec.Precision; digit++)
        {
            bound *= 10;
        }

        return bound;
    }
}
