using System.Text;
using Homeward.Columns;

namespace Homeward.Measures.Outputs;

/// <summary>A text column of few distinct texts, built from their numbers.</summary>
static class TextPool
{
    /// <param name="texts">Text by number; the same text may have several numbers.</param>
    /// <param name="numbers">Per row, the number of its text.</param>
    public static TextColumn Column(string name, IReadOnlyList<string> texts, int[] numbers)
    {
        var builder = new Utf8PoolBuilder();
        var codes = Enumerable.Repeat(-1, texts.Count).ToArray();
        var rows = new int[numbers.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            ref var code = ref codes[numbers[row]];
            rows[row] = code >= 0 ? code : code = builder.Add(Encoding.UTF8.GetBytes(texts[numbers[row]]));
        }

        return new(name, builder.Build(), rows);
    }
}
