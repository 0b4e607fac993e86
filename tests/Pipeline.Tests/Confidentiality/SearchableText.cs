using System.Globalization;
using System.Text;
using Homeward.Columns;
using Homeward.Columns.Parquet;

namespace Homeward.Pipeline.Tests.Confidentiality;

/// <summary>Everything that a file says: its bytes, and its values where it is Parquet.</summary>
static class SearchableText
{
    public static string Of(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var text = new StringBuilder(file).Append('\n').Append(Encoding.UTF8.GetString(bytes));
        if (bytes.AsSpan().StartsWith("PAR1"u8))
        {
            foreach (var column in ParquetReader.Open(bytes).Read().Columns)
            {
                for (var row = 0; row < column.Count; row++)
                {
                    text.Append('\n').Append(column switch
                    {
                        TextColumn texts => texts[row],
                        DateColumn dates => dates.DateAt(row)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                        Int32Column numbers => numbers[row]?.ToString(CultureInfo.InvariantCulture),
                        DecimalColumn amounts => (amounts[row] / 100m)?.ToString(CultureInfo.InvariantCulture),
                        _ => null,
                    });
                }
            }
        }

        return text.ToString();
    }

    /// <summary>Without what people part identifiers with; what an answer encodes is decoded.</summary>
    public static string Packed(string text) =>
        string.Concat(System.Net.WebUtility.HtmlDecode(text).Where(character => char.IsAsciiLetterOrDigit(character) || character is '\n' or ','));
}
