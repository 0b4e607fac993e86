using System.Text;
using Homeward.Columns;

namespace Homeward.Measures.Records;

/// <summary>Gives every distinct code a number, shared by all files of a run. 0 is what is not known.</summary>
/// <remarks>Providers are read at the same time, so numbers depend on chance: nothing that is published may follow their order.</remarks>
sealed class CodePool
{
    public const string Unknown = "UNKNOWN";

    readonly Lock gate = new();
    readonly Utf8PoolBuilder pool = new();
    readonly List<string> texts = [];

    public CodePool(params IEnumerable<string> first)
    {
        Add(Unknown);
        foreach (var text in first)
        {
            Add(text);
        }
    }

    public int Count => texts.Count;

    public string this[int code] => texts[code];

    public int Add(string text) => Add(Encoding.UTF8.GetBytes(text));

    public int Add(ReadOnlySpan<byte> text)
    {
        lock (gate)
        {
            var code = pool.Add(text);
            if (code == texts.Count)
            {
                texts.Add(Encoding.UTF8.GetString(text));
            }

            return code;
        }
    }
}
