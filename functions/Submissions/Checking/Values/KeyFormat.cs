using System.Buffers;
using System.Text;
using Homeward.Columns;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Checking.Values;

/// <summary>Text keys: 1–40 characters, no control characters (submission.md §3).</summary>
static class KeyFormat
{
    const int Longest = 40;

    /// <summary>Bytes that begin or are a control character; 0xC2 begins those of U+0080 to U+009F, among others.</summary>
    static readonly SearchValues<byte> Suspects = SearchValues.Create([.. Enumerable.Range(0, 32).Select(code => (byte)code), 0x7F, 0xC2]);

    /// <summary>Null where every key is well formed, which most columns are: told from the pool's bytes in one sweep.</summary>
    public static ValueClass[]? Classes(Utf8Pool pool)
    {
        if (pool.Bytes.IndexOfAny(Suspects) < 0 && !AnyLongerThan(pool.Offsets, Longest))
        {
            return null;
        }

        var classes = new ValueClass[pool.Count];
        for (var code = 0; code < classes.Length; code++)
        {
            classes[code] = IsWellFormed(pool[code]) ? ValueClass.Valid : ValueClass.Malformed;
        }

        return classes;
    }

    static bool AnyLongerThan(ReadOnlySpan<int> offsets, int bytes)
    {
        for (var i = 1; i < offsets.Length; i++)
        {
            if (offsets[i] - offsets[i - 1] > bytes)
            {
                return true;
            }
        }

        return false;
    }

    static bool IsWellFormed(ReadOnlySpan<byte> key)
    {
        var length = 0;
        foreach (var rune in Encoding.UTF8.GetString(key).EnumerateRunes())
        {
            length++;
            if (Rune.IsControl(rune))
            {
                return false;
            }
        }

        return length is >= 1 and <= Longest;
    }
}
