using System.Text;
using System.Text.Unicode;

namespace Homeward.Columns.Csv;

/// <summary>Checks that bytes are UTF-8 text without NUL.</summary>
static class TextCheck
{
    public static bool Passes(ReadOnlySpan<byte> bytes) => !bytes.Contains((byte)0) && Utf8.IsValid(bytes);

    /// <summary>Where the first byte lies that is not part of UTF-8 text, or is NUL; the length where all are.</summary>
    public static int FirstFault(ReadOnlySpan<byte> bytes)
    {
        var nul = bytes.IndexOf((byte)0);
        var end = nul < 0 ? bytes.Length : nul;
        var at = 0;
        while (at < end && Rune.DecodeFromUtf8(bytes[at..end], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }
}
