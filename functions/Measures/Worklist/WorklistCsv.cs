using System.Text;
using Homeward.Columns;

namespace Homeward.Measures.Worklist;

/// <summary>A worklist for a spreadsheet. Local ids and wards are as the provider itself has them, without its prefix.</summary>
static class WorklistCsv
{
    static readonly char[] Formula = ['=', '+', '-', '@', '\t', '\r'];

    /// <summary>UTF-8 with a byte order mark, as spreadsheets want it; text that they would run as a formula is made harmless.</summary>
    public static byte[] Of(Table table)
    {
        var csv = new StringBuilder().AppendJoin(',', table.Columns.Select(column => column.Name)).Append("\r\n");
        for (var row = 0; row < table.RowCount; row++)
        {
            csv.AppendJoin(',', table.Columns.Select(column => Field(CellText.Of(column, row), column is TextColumn))).Append("\r\n");
        }

        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    static string Field(string text, bool isText)
    {
        var harmless = isText && text.Length > 0 && Formula.Contains(text[0]) ? "'" + text : text;
        return harmless.AsSpan().ContainsAny(",\"\r\n") ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : harmless;
    }
}
