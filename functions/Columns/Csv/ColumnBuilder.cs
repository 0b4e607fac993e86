namespace Homeward.Columns.Csv;

/// <summary>Turns one field of every row into a typed column, batch by batch in file order.</summary>
/// <param name="field">Which field of a row, counted from 0.</param>
abstract class ColumnBuilder(CsvColumnSpec spec, int field)
{
    byte[] scratch = [];

    protected CsvColumnSpec Spec { get; } = spec;

    /// <summary>Which field of a row.</summary>
    protected int Field { get; } = field;

    /// <summary>Rows appended so far.</summary>
    protected int Rows { get; private set; }

    public void Append(RowBatch batch)
    {
        Parse(batch);
        Rows += batch.Rows;
    }

    public abstract CsvColumn Build();

    public static ColumnBuilder For(CsvColumnSpec spec, int field, int keptFaults) => spec.Type switch
    {
        CsvType.Text => new TextBuilder(spec, field),
        CsvType.Date => new ParsedBuilder<int, DateParser>(spec, field, keptFaults, new DateParser()),
        CsvType.DateTime => new ParsedBuilder<long, InstantParser>(spec, field, keptFaults, default),
        CsvType.Integer => new ParsedBuilder<int, IntegerParser>(spec, field, keptFaults, default),
        CsvType.Decimal => new ParsedBuilder<long, DecimalParser>(spec, field, keptFaults, new DecimalParser(spec)),
        _ => throw new ArgumentOutOfRangeException(nameof(spec), spec.Type, $"Column {spec.Name}: no such type."),
    };

    protected abstract void Parse(RowBatch batch);

    /// <summary>The field's value in a row of the batch; valid until the next call.</summary>
    protected ReadOnlySpan<byte> Value(RowBatch batch, int row)
    {
        var at = row * batch.Stride + Field;
        var start = batch.Ends[at] + 1;
        return FieldText.Value(batch.Bytes.AsSpan(start, batch.Ends[at + 1] - start), ref scratch);
    }
}
