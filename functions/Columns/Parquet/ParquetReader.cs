namespace Homeward.Columns.Parquet;

/// <summary>Says why a file is not Parquet that this reader can read: what was found, where, what was expected.</summary>
public sealed class ParquetException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A column of a file's schema.</summary>
public sealed record ParquetField(string Name, ColumnType Type, bool Nullable, int Precision = 0, int Scale = 0);

/// <summary>Reads flat Parquet files.</summary>
public sealed class ParquetReader
{
    ParquetReader()
    {
    }

    /// <summary>Reads the footer only.</summary>
    /// <exception cref="ParquetException">Not Parquet, damaged, or uses something that is not supported (named).</exception>
    public static ParquetReader Open(ReadOnlyMemory<byte> file) => throw new NotImplementedException();

    public IReadOnlyList<ParquetField> Schema => throw new NotImplementedException();

    public IReadOnlyDictionary<string, string> Metadata => throw new NotImplementedException();

    public long RowCount => throw new NotImplementedException();

    /// <summary>Reads the columns named, in that order; all of them when null.</summary>
    /// <exception cref="ParquetException">A column is absent, or the file is damaged.</exception>
    public Table Read(IReadOnlyList<string>? columns = null, string name = "") => throw new NotImplementedException();
}
