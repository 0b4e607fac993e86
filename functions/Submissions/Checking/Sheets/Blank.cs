using Homeward.Columns;
using Homeward.Columns.Csv;
using Homeward.Submissions.Specification;

namespace Homeward.Submissions.Checking.Sheets;

/// <summary>Columns without a value, for fields that a file does not have.</summary>
static class Blank
{
    public static Column Column(Field field, int rows)
    {
        var spec = field.Csv;
        if (spec.Type == CsvType.Text)
        {
            return TextColumn.Constant(spec.Name, null, rows);
        }

        var nulls = new Bits(rows);
        for (var row = 0; row < rows; row++)
        {
            nulls[row] = true;
        }

        return spec.Type switch
        {
            CsvType.Date => new DateColumn(spec.Name, new int[rows], nulls),
            CsvType.DateTime => new TimestampColumn(spec.Name, new long[rows], nulls),
            CsvType.Integer => new Int32Column(spec.Name, new int[rows], nulls),
            _ => new DecimalColumn(spec.Name, new long[rows], spec.Precision, spec.Scale, nulls),
        };
    }
}
