using System.Text;

namespace Homeward.Columns.Tests.Csv;

/// <summary>Seeded CSV files: well formed ones, and ones with bytes flipped, inserted, removed and cut.</summary>
static class CsvMutations
{
    static readonly string[] Pieces =
    [
        "", "", "x", "07", "2024-02-29", "31/01/2024", "-12", "12.50", "2024-03-31T01:30", " padded ", "\"q\"", "\"a,b\"", "\"a\"\"b\"", "\"\"",
        "\"two\nlines\"", "\"two\r\nlines\"", "\" kept \"", "é", "日本", "🏥", "a rather longer value than the others are of sixty-four bytes or so.",
    ];

    static readonly byte[][] Insertions = [.. new[] { "\"", "\"\"", "\n", "\r\n", "\r", ",", ",,,", "\0", "\uFEFF", " ", "\t", "\n\n", "  \n" }.Select(Encoding.UTF8.GetBytes)];

    public static byte[] WellFormed(Random random, int columns, int rows)
    {
        var text = new StringBuilder(random.Next(4) == 0 ? "\uFEFF" : "");
        var lineEnd = random.Next(2) == 0 ? "\n" : "\r\n";
        text.AppendJoin(',', Enumerable.Range(0, columns).Select(column => $"C{column}")).Append(lineEnd);
        for (var row = 0; row < rows; row++)
        {
            text.Append(random.Next(12) == 0 ? lineEnd : "");
            text.AppendJoin(',', Enumerable.Range(0, columns).Select(column => Piece(random, columns))).Append(lineEnd);
        }

        return Encoding.UTF8.GetBytes(random.Next(3) == 0 ? text.ToString().TrimEnd('\r', '\n') : text.ToString());
    }

    public static byte[] Mutate(Random random, byte[] file)
    {
        var bytes = file.ToList();
        for (var times = random.Next(1, 4); times > 0 && bytes.Count > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 8), bytes.Count - at));
                    break;
                case 2:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes.InsertRange(at, Insertions[random.Next(Insertions.Length)]);
                    break;
            }
        }

        return [.. bytes];
    }

    // In a file of one column an empty value would make a blank line.
    static string Piece(Random random, int columns) => Pieces[random.Next(columns == 1 ? 2 : 0, Pieces.Length)];
}
