namespace Homeward.Columns.Parquet;

/// <summary>A column of a file's schema.</summary>
public sealed record ParquetField(string Name, ColumnType Type, bool Nullable, int Precision = 0, int Scale = 0);
