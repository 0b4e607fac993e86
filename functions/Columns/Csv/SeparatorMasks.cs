using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Homeward.Columns.Csv;

/// <summary>Where commas and line feeds, and where quotes, lie in 64 bytes: bit i speaks of byte i.</summary>
interface ISeparatorMasks
{
    static abstract ulong Find(ref byte block, out ulong quotes);
}

/// <summary>One byte at a time: the reference for the others.</summary>
readonly struct ScalarMasks : ISeparatorMasks
{
    public static ulong Find(ref byte block, out ulong quotes)
    {
        var separators = quotes = 0UL;
        for (var i = 0; i < 64; i++)
        {
            var value = Unsafe.Add(ref block, i);
            separators |= value is (byte)',' or (byte)'\n' ? 1UL << i : 0;
            quotes |= value == '"' ? 1UL << i : 0;
        }

        return separators;
    }
}

readonly struct Masks128 : ISeparatorMasks
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Find(ref byte block, out ulong quotes)
    {
        var separators = quotes = 0UL;
        for (var i = 0; i < 64; i += 16)
        {
            var bytes = Vector128.LoadUnsafe(ref block, (nuint)i);
            var found = Vector128.Equals(bytes, Vector128.Create((byte)',')) | Vector128.Equals(bytes, Vector128.Create((byte)'\n'));
            separators |= (ulong)found.ExtractMostSignificantBits() << i;
            quotes |= (ulong)Vector128.Equals(bytes, Vector128.Create((byte)'"')).ExtractMostSignificantBits() << i;
        }

        return separators;
    }
}

readonly struct Masks256 : ISeparatorMasks
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Find(ref byte block, out ulong quotes)
    {
        var separators = quotes = 0UL;
        for (var i = 0; i < 64; i += 32)
        {
            var bytes = Vector256.LoadUnsafe(ref block, (nuint)i);
            var found = Vector256.Equals(bytes, Vector256.Create((byte)',')) | Vector256.Equals(bytes, Vector256.Create((byte)'\n'));
            separators |= (ulong)found.ExtractMostSignificantBits() << i;
            quotes |= (ulong)Vector256.Equals(bytes, Vector256.Create((byte)'"')).ExtractMostSignificantBits() << i;
        }

        return separators;
    }
}

readonly struct Masks512 : ISeparatorMasks
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Find(ref byte block, out ulong quotes)
    {
        var bytes = Vector512.LoadUnsafe(ref block);
        quotes = Vector512.Equals(bytes, Vector512.Create((byte)'"')).ExtractMostSignificantBits();
        return Vector512.Equals(bytes, Vector512.Create((byte)',')).ExtractMostSignificantBits()
            | Vector512.Equals(bytes, Vector512.Create((byte)'\n')).ExtractMostSignificantBits();
    }
}
