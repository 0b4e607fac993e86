using Homeward.Columns;

namespace Homeward.Measures.Reading;

/// <summary>Turns the distinct texts of a column into numbers once, instead of once per row.</summary>
readonly struct Codes
{
    public delegate int Number(ReadOnlySpan<byte> text);

    readonly int[] rows;
    readonly int[] numbers;
    readonly int none;

    /// <param name="none">What a row without text gives.</param>
    public Codes(TextColumn column, Number number, int none = 0)
    {
        rows = column.Codes;
        numbers = new int[column.Pool.Count];
        this.none = none;
        for (var code = 0; code < numbers.Length; code++)
        {
            numbers[code] = number(column.Pool[code]);
        }
    }

    public int this[int row] => rows[row] < 0 ? none : numbers[rows[row]];
}
