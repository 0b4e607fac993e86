using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Homeward.Columns;

/// <summary>Numbers that nobody outside the process knows, for hashes over what strangers send.</summary>
/// <remarks>They decide where a value is looked for, never which number it gets: no result depends on them.</remarks>
static class ProcessSeed
{
    public static readonly ulong First = New();
    public static readonly ulong Second = New();

    static ulong New()
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        RandomNumberGenerator.Fill(bytes);
        return MemoryMarshal.Read<ulong>(bytes);
    }
}
