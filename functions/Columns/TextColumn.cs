using System.Text;

namespace Homeward.Columns;

/// <summary>Text, dictionary-coded: per row the code of its text in <see cref="Pool"/>, -1 where the row has none.</summary>
/// <remarks>A pool may hold texts that no row uses (after <see cref="Take"/>) but never the same text twice,
/// unless it was read so (<see cref="Parquet.ParquetReadOptions.RepeatedTexts"/>).</remarks>
public sealed class TextColumn(string name, Utf8Pool pool, int[] codes) : Column(name, ColumnType.Text, codes.Length)
{
    int nullCount = -1;

    public Utf8Pool Pool { get; } = pool;

    public int[] Codes { get; } = codes;

    public override int NullCount => nullCount >= 0 ? nullCount : nullCount = Codes.AsSpan().Count(-1);

    /// <summary>The row's text; null where it has none.</summary>
    public string? this[int row] => Codes[row] < 0 ? null : Pool.Text(Codes[row]);

    /// <summary>The row's text as UTF-8; empty where it has none.</summary>
    public ReadOnlySpan<byte> Utf8(int row) => Codes[row] < 0 ? default : Pool[Codes[row]];

    public override bool IsNull(int row) => Codes[row] < 0;

    public override Column Take(ReadOnlySpan<int> rows)
    {
        var codes = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            codes[i] = Codes[rows[i]];
        }

        return new TextColumn(Name, Pool, codes);
    }

    public override Column Named(string name) => new TextColumn(name, Pool, Codes);

    /// <summary>Builds a column from texts, for small tables and tests.</summary>
    public static TextColumn From(string name, IEnumerable<string?> texts)
    {
        var builder = new TextColumnBuilder(name);
        foreach (var text in texts)
        {
            if (text is null)
            {
                builder.AppendNull();
            }
            else
            {
                builder.Append(Encoding.UTF8.GetBytes(text));
            }
        }

        return builder.Build();
    }

    /// <summary>The same text in every row.</summary>
    public static TextColumn Constant(string name, string? text, int count)
    {
        var bytes = Encoding.UTF8.GetBytes(text ?? "");
        var codes = new int[count];
        Array.Fill(codes, text is null ? -1 : 0);
        return new TextColumn(name, text is null ? new Utf8Pool([], [0]) : new Utf8Pool(bytes, [0, bytes.Length]), codes);
    }
}
