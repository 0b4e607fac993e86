using Homeward.Columns.Parquet.Format;

namespace Homeward.Columns.Parquet.Writing;

/// <summary>Decimals, checked against the precision that the schema promises: engines compute with it.</summary>
static class DecimalChunk
{
    /// <exception cref="ArgumentException">A value has more digits than the column's precision.</exception>
    public static ChunkValues Values(DecimalColumn column, int first, ChunkRows levels, PhysicalType physical)
    {
        var limit = 1L;
        for (var i = 0; i < column.Precision; i++)
        {
            limit *= 10;
        }

        var narrow = physical == PhysicalType.Int32 ? new int[levels.Count] : null;
        for (var row = 0; row < levels.Count; row++)
        {
            if (!levels.HasValue(row))
            {
                continue;
            }

            var value = column.Values[first + row];
            if (value <= -limit || value >= limit)
            {
                throw new ArgumentException($"Column {column.Name}, row {first + row}: more than {column.Precision} digits.");
            }

            if (narrow is not null)
            {
                narrow[row] = (int)value;
            }
        }

        return narrow is null ? new IntegerValues<long>(column.Values, first, levels) : new IntegerValues<int>(narrow, 0, levels);
    }
}
