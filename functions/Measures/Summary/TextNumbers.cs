using Homeward.Columns;

namespace Homeward.Measures.Summary;

/// <summary>Numbers texts that come again in many tables.</summary>
sealed class TextNumbers
{
    readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    readonly List<string> texts = [];

    public string this[int number] => texts[number];

    /// <summary>Each row's number.</summary>
    public int[] Of(TextColumn column)
    {
        var codes = new int[column.Pool.Count];
        for (var code = 0; code < codes.Length; code++)
        {
            codes[code] = Add(column.Pool.Text(code));
        }

        return Array.ConvertAll(column.Codes, code => codes[code]);
    }

    int Add(string text)
    {
        if (!numbers.TryGetValue(text, out var number))
        {
            numbers[text] = number = texts.Count;
            texts.Add(text);
        }

        return number;
    }
}
