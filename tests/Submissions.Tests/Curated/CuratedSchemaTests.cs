using System.Runtime.CompilerServices;
using Homeward.Columns;
using Homeward.Columns.Parquet;
using Homeward.Submissions.Curated;

namespace Homeward.Submissions.Tests.Curated;

public class CuratedSchemaTests
{
    /// <summary>The schema is a contract with whoever opens the files: a change must show in review, here.</summary>
    [Fact]
    public void Schema_OfEveryTable_IsTheOneOnRecord() =>
        Assert.Equal(File.ReadAllText(Path.Combine(Folder(), "CuratedSchema.txt")), string.Concat(CuratedSchema.Tables.Select(Described)));

    [Fact]
    public void Schema_OfEveryTable_NamesEachColumnOnceAndWritesAsParquet()
    {
        foreach (var table in CuratedSchema.Tables)
        {
            var columns = CuratedSchema.Of(table);
            Assert.Equal(columns.Count, columns.Select(column => column.Name).Distinct().Count());
            Assert.Equal(["org_id_provider", "reporting_period_start"], columns.Take(2).Select(column => column.Name));
            Assert.Equal("source_line", columns[^1].Name);
            Assert.All(columns.Where(column => column.Derived), column => Assert.NotEmpty(column.Holds));

            var read = ParquetReader.Open(ParquetWriter.Write(CuratedSchema.Empty(table)));
            Assert.Equal(columns.Select(column => (column.Name, column.Type)), read.Schema.Select(field => (field.Name, field.Type)));
        }
    }

    [Fact]
    public void Schema_OfATableThatIsNone_IsRefused()
    {
        Assert.Throws<KeyNotFoundException>(() => CuratedSchema.Of("submission"));
        Assert.Throws<KeyNotFoundException>(() => CuratedSchema.Empty("wards"));
    }

    static string Described(string table) =>
        $"{table}\n{string.Concat(CuratedSchema.Of(table).Select(column => $"  {column.Name} {Type(column)}\n"))}";

    static string Type(CuratedColumn column) => column.Type switch
    {
        ColumnType.Text => "TEXT",
        ColumnType.Int32 => "INT32",
        ColumnType.Date => "DATE",
        ColumnType.Timestamp => "TIMESTAMP",
        ColumnType.Decimal => $"DECIMAL({column.Precision},{column.Scale})",
        _ => throw new NotSupportedException(column.Type.ToString()),
    };

    static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
