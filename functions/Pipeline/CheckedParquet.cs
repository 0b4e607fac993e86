using Homeward.Columns;
using Homeward.Columns.Parquet;

namespace Homeward.Pipeline;

/// <summary>Encodes a table and reads it back before anybody else can: a file that does not say what its table says is never put.</summary>
static class CheckedParquet
{
    /// <summary>What is compared and thrown away needs no dictionaries.</summary>
    static readonly ParquetReadOptions Comparing = new(RepeatedTexts: true);

    /// <exception cref="InvalidDataException">The file that was made differs from its table.</exception>
    public static byte[] Write(Table table, ParquetOptions options)
    {
        var bytes = ParquetWriter.Write(table, options);
        var reader = ParquetReader.Open(bytes);
        if (reader.RowCount != table.RowCount)
        {
            throw Different(table, $"{reader.RowCount} rows, not {table.RowCount}");
        }

        var schema = reader.Schema.Select(field => (field.Name, field.Type));
        if (!schema.SequenceEqual(table.Columns.Select(column => (column.Name, column.Type))))
        {
            throw Different(table, "another schema");
        }

        var read = reader.Read(options: Comparing);
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (!Equal(table.Columns[i], read.Columns[i]))
            {
                throw Different(table, $"other values in {table.Columns[i].Name}");
            }
        }

        return bytes;
    }

    static bool Equal(Column a, Column b) => (a, b) switch
    {
        (TextColumn x, TextColumn y) => EqualTexts(x, y),
        (Column<int> x, Column<int> y) => EqualValues(x, y),
        (Column<long> x, Column<long> y) => EqualValues(x, y),
        (Column<double> x, Column<double> y) => EqualValues(x, y),
        (Column<bool> x, Column<bool> y) => EqualValues(x, y),
        _ => false,
    };

    static bool EqualValues<T>(Column<T> a, Column<T> b)
        where T : unmanaged, IEquatable<T>
    {
        if (a.NullCount == 0 && b.NullCount == 0)
        {
            return a.Values.AsSpan().SequenceEqual(b.Values);
        }

        for (var row = 0; row < a.Count; row++)
        {
            var missing = a.IsNull(row);
            if (missing != b.IsNull(row) || (!missing && !a.Values[row].Equals(b.Values[row])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Codes may differ; each code of one must always meet the same code of the other, with the same text.</summary>
    static bool EqualTexts(TextColumn a, TextColumn b)
    {
        var met = new int[b.Pool.Count];
        Array.Fill(met, -1);
        for (var row = 0; row < a.Count; row++)
        {
            var (x, y) = (a.Codes[row], b.Codes[row]);
            if (x < 0 || y < 0)
            {
                if (x != y)
                {
                    return false;
                }
            }
            else if (met[y] != x)
            {
                if (!a.Pool[x].SequenceEqual(b.Pool[y]))
                {
                    return false;
                }

                met[y] = x;
            }
        }

        return true;
    }

    static InvalidDataException Different(Table table, string how) =>
        new($"The Parquet file made for {table.Name} was read back with {how}: it was not put into the lake. This is a fault of the program.");
}
