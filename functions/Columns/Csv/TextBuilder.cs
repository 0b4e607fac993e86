namespace Homeward.Columns.Csv;

/// <summary>Builds a text column: each distinct text once, and per row its code.</summary>
sealed class TextBuilder(CsvColumnSpec spec, int field) : ColumnBuilder(spec, field)
{
    readonly Segments<int> codes = new();
    readonly Utf8PoolBuilder pool = new();

    public override CsvColumn Build() => new(Spec, new TextColumn(Spec.Name, pool.Build(), codes.Take()), null, [], null);

    protected override void Parse(RowBatch batch)
    {
        var target = codes.Next(batch.Rows);
        for (var row = 0; row < target.Length; row++)
        {
            var text = Value(batch, row);
            target[row] = text.IsEmpty ? -1 : pool.Add(text);
        }
    }
}
