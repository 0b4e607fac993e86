namespace Homeward.Columns.Csv;

/// <summary>Says which limit a long row passes, from its first bytes alone: the answer does not depend on how the file was cut into batches.</summary>
static class RowLimits
{
    /// <summary>A row longer than the limit: the first field that is too long, else the row itself.</summary>
    public static CsvFault Overlong(ReadOnlySpan<byte> row, int line, CsvLimits limits) =>
        Fields(row[..(limits.RowBytes + 1)], line, limits, wellFormed: false) ?? Faults.RowTooLong(line, limits.RowBytes);

    /// <summary>The first field of the row that is too long; null when none is.</summary>
    /// <param name="wellFormed">The row has as many fields as the header: a long quoted value is just that, not a quote left open.</param>
    public static CsvFault? Fields(ReadOnlySpan<byte> row, int line, CsvLimits limits, bool wellFormed)
    {
        List<(int Start, int End)> fields = [];
        byte[] scratch = [];
        RowScan.Read(row, fields, out _, out _);
        for (var i = 0; i < fields.Count; i++)
        {
            var field = row[fields[i].Start..fields[i].End];
            if (field.Length <= limits.FieldBytes || FieldText.Value(field, ref scratch).Length <= limits.FieldBytes)
            {
                continue;
            }

            return !wellFormed && field[0] == '"' && field[..(limits.FieldBytes + 1)].Contains((byte)'\n')
                ? Faults.UnclosedWithin(line + row[..fields[i].Start].Count((byte)'\n'), limits.FieldBytes)
                : Faults.FieldTooLong(line, i + 1, limits.FieldBytes);
        }

        return null;
    }
}
