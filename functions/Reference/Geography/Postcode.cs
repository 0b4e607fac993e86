using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Homeward.Reference;

/// <summary>UK postcodes: one or two letters, a digit, perhaps a letter or digit, then a digit and two letters (domain.md §1.3).</summary>
public static class Postcode
{
    /// <summary>The most bytes that a normalised postcode has: <c>AA9A 9AA</c>.</summary>
    public const int MaxLength = 8;

    /// <summary>Upper case with one space before the last three characters.</summary>
    /// <param name="postcode">In any spacing and case.</param>
    /// <returns>False where it has not the shape of a postcode.</returns>
    public static bool TryNormalise(ReadOnlySpan<byte> postcode, Span<byte> normalised, out int length)
    {
        length = 0;
        Span<byte> packed = stackalloc byte[MaxLength - 1];
        var count = Pack(postcode, packed);
        if (count == 0)
        {
            return false;
        }

        packed[..(count - 3)].CopyTo(normalised);
        normalised[count - 3] = (byte)' ';
        packed[(count - 3)..count].CopyTo(normalised[(count - 2)..]);
        length = count + 1;
        return true;
    }

    /// <inheritdoc cref="TryNormalise(ReadOnlySpan{byte}, Span{byte}, out int)"/>
    public static bool TryNormalise(string? postcode, [NotNullWhen(true)] out string? normalised)
    {
        normalised = null;
        if (postcode is null || postcode.Length > 64)
        {
            return false;
        }

        Span<byte> ascii = stackalloc byte[64];
        Span<byte> result = stackalloc byte[MaxLength];
        if (!Encoding.ASCII.TryGetBytes(postcode, ascii, out var written) || !TryNormalise(ascii[..written], result, out var length))
        {
            return false;
        }

        normalised = Encoding.ASCII.GetString(result[..length]);
        return true;
    }

    /// <summary>True where the text, spaces ignored, has the shape of a postcode: such a text is never shown (submission.md §4).</summary>
    public static bool HasShape(ReadOnlySpan<byte> text)
    {
        Span<byte> packed = stackalloc byte[MaxLength - 1];
        return Pack(text, packed) > 0;
    }

    /// <summary>True for the pseudo-postcodes ZZ99 …, which stand for no fixed abode, abroad or unknown: a declared unknown (GEN004).</summary>
    public static bool IsPseudo(ReadOnlySpan<byte> postcode)
    {
        Span<byte> packed = stackalloc byte[MaxLength - 1];
        var count = Pack(postcode, packed);
        return count == 7 && packed[..4].SequenceEqual("ZZ99"u8);
    }

    /// <inheritdoc cref="IsPseudo(ReadOnlySpan{byte})"/>
    public static bool IsPseudo(string? postcode) =>
        TryNormalise(postcode, out var normalised) && normalised.StartsWith("ZZ99 ", StringComparison.Ordinal);

    /// <summary>A postcode as one number, equal for every spacing and case; 0 where it has not the shape of one.</summary>
    public static ulong Key(ReadOnlySpan<byte> postcode)
    {
        Span<byte> packed = stackalloc byte[MaxLength - 1];
        var count = Pack(postcode, packed);
        var key = 0UL;
        for (var i = 0; i < count; i++)
        {
            key = key << 8 | packed[i];
        }

        return key;
    }

    /// <summary>Upper case without spaces; 0 where it has not the shape of a postcode.</summary>
    static int Pack(ReadOnlySpan<byte> postcode, Span<byte> packed)
    {
        var count = 0;
        foreach (var character in postcode)
        {
            if (character == ' ')
            {
                continue;
            }

            if (count == packed.Length)
            {
                return 0;
            }

            packed[count++] = character is >= (byte)'a' and <= (byte)'z' ? (byte)(character - 32) : character;
        }

        return IsPostcode(packed[..count]) ? count : 0;
    }

    static bool IsPostcode(ReadOnlySpan<byte> packed)
    {
        if (packed.Length < 5 || !IsLetter(packed[0]))
        {
            return false;
        }

        var inward = packed[^3..];
        var outward = packed[..^3];
        var letters = IsLetter(outward[1]) ? 2 : 1;
        var district = outward[letters..];
        return district.Length is 1 or 2
            && IsDigit(district[0])
            && (district.Length == 1 || IsDigit(district[1]) || IsLetter(district[1]))
            && IsDigit(inward[0]) && IsLetter(inward[1]) && IsLetter(inward[2]);
    }

    static bool IsLetter(byte character) => character is >= (byte)'A' and <= (byte)'Z';

    static bool IsDigit(byte character) => character is >= (byte)'0' and <= (byte)'9';
}
