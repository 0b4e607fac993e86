using System.Text;
using Homeward.Columns.Csv;

namespace Homeward.Columns.Tests.Csv;

/// <summary>Short ways to read a few lines of CSV.</summary>
static class CsvSample
{
    public static CsvTable Read(string text, params CsvColumnSpec[] specs) => Read(Encoding.UTF8.GetBytes(text), specs);

    public static CsvTable Read(byte[] bytes, params CsvColumnSpec[] specs) => CsvReader.Read(new MemoryStream(bytes), specs);

    public static CsvTable Read(string text, CsvLimits limits, params CsvColumnSpec[] specs) =>
        CsvReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), specs, limits);

    public static CsvColumnSpec Text(string name) => new(name, name, CsvType.Text);

    public static CsvColumnSpec Of(CsvType type, string name = "V", int precision = 0, int scale = 0) => new(name, name, type, precision, scale);

    public static IEnumerable<string?> Texts(CsvTable table, string name)
    {
        var column = (TextColumn)table.Find(name)!.Values;
        return Enumerable.Range(0, column.Count).Select(row => column[row]);
    }
}
