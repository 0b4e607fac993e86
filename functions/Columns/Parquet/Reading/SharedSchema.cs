namespace Homeward.Columns.Parquet.Reading;

/// <summary>The columns that are read, which every file must have with one type.</summary>
static class SharedSchema
{
    /// <exception cref="ParquetException">A file lacks a column, or has it with another type than the first.</exception>
    public static ParquetField[] Of(IReadOnlyList<ParquetFile> files, IReadOnlyList<string> columns)
    {
        var fields = new ParquetField[files.Count == 0 ? 0 : columns.Count];
        for (var i = 0; i < fields.Length; i++)
        {
            for (var f = 0; f < files.Count; f++)
            {
                var field = Find(files[f], columns[i], files.Count > 1 ? $" (file {f})" : "");
                fields[i] ??= field;
                if ((field.Type, field.Precision, field.Scale) != (fields[i].Type, fields[i].Precision, fields[i].Scale))
                {
                    throw new ParquetException($"Column {columns[i]} is {Describe(fields[i])} in file 0 but {Describe(field)} in file {f}: read them apart.");
                }
            }
        }

        return fields;
    }

    static ParquetField Find(ParquetFile file, string column, string place)
    {
        var index = file.Find(column);
        return index >= 0
            ? file.Fields[index]
            : throw new ParquetException($"The Parquet file{place} has no column {column}; it has {string.Join(", ", file.Fields.Select(field => field.Name))}.");
    }

    static string Describe(ParquetField field) =>
        field.Type == ColumnType.Decimal ? $"Decimal({field.Precision},{field.Scale})" : field.Type.ToString();
}
