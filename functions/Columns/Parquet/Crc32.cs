using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Arm = System.Runtime.Intrinsics.Arm;

namespace Homeward.Columns.Parquet;

/// <summary>CRC-32 as gzip and Parquet's page headers use it (polynomial 0x04C11DB7, reflected).</summary>
/// <remarks>Own code, since System.IO.Hashing is a package of its own. Carry-less multiplication: Gopal et al., "Fast CRC Computation
/// for Generic Polynomials Using PCLMULQDQ Instruction", Intel 2009.</remarks>
static class Crc32
{
    const uint Polynomial = 0xEDB88320;
    const int Slices = 8;
    static readonly uint[] Table = BuildTable();

    public static uint Of(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        if (Pclmulqdq.IsSupported && data.Length >= 64)
        {
            var folded = data.Length & ~15;
            crc = Fold(data[..folded], crc);
            data = data[folded..];
        }
        else if (Arm.Crc32.Arm64.IsSupported)
        {
            for (; data.Length >= sizeof(ulong); data = data[sizeof(ulong)..])
            {
                crc = Arm.Crc32.Arm64.ComputeCrc32(crc, BinaryPrimitives.ReadUInt64LittleEndian(data));
            }
        }

        return ~Scalar(data, crc);
    }

    /// <summary>Eight table look-ups for eight bytes at a time.</summary>
    internal static uint Scalar(ReadOnlySpan<byte> data, uint crc)
    {
        var table = Table;
        for (; data.Length >= Slices; data = data[Slices..])
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(data) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(data[4..]);
            crc = table[1792 + (byte)low] ^ table[1536 + (byte)(low >> 8)] ^ table[1280 + (byte)(low >> 16)] ^ table[1024 + (low >> 24)]
                ^ table[768 + (byte)high] ^ table[512 + (byte)(high >> 8)] ^ table[256 + (byte)(high >> 16)] ^ table[high >> 24];
        }

        foreach (var octet in data)
        {
            crc = crc >> 8 ^ table[(byte)crc ^ octet];
        }

        return crc;
    }

    /// <summary>Sixty-four bytes at a time, folded by multiplication; at least 64 bytes, a multiple of 16.</summary>
    static uint Fold(ReadOnlySpan<byte> data, uint crc)
    {
        ref var start = ref MemoryMarshal.GetReference(data);
        var a = Load(ref start, 0) ^ Vector128.CreateScalar(crc).AsUInt64();
        var b = Load(ref start, 16);
        var c = Load(ref start, 32);
        var d = Load(ref start, 48);
        var by64 = Vector128.Create(0x0154442bd4UL, 0x01c6e41596UL);
        var at = 64;
        for (; at + 64 <= data.Length; at += 64)
        {
            a = Step(a, by64) ^ Load(ref start, at);
            b = Step(b, by64) ^ Load(ref start, at + 16);
            c = Step(c, by64) ^ Load(ref start, at + 32);
            d = Step(d, by64) ^ Load(ref start, at + 48);
        }

        var by16 = Vector128.Create(0x01751997d0UL, 0x00ccaa009eUL);
        a = Step(a, by16) ^ b;
        a = Step(a, by16) ^ c;
        a = Step(a, by16) ^ d;
        for (; at < data.Length; at += 16)
        {
            a = Step(a, by16) ^ Load(ref start, at);
        }

        return Reduce(a, by16);
    }

    static Vector128<ulong> Load(ref byte start, int at) => Vector128.LoadUnsafe(ref start, (nuint)at).AsUInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<ulong> Step(Vector128<ulong> value, Vector128<ulong> by) =>
        Pclmulqdq.CarrylessMultiply(value, by, 0x00) ^ Pclmulqdq.CarrylessMultiply(value, by, 0x11);

    /// <summary>From 128 bits to 64, and by Barrett's method to 32.</summary>
    static uint Reduce(Vector128<ulong> value, Vector128<ulong> by16)
    {
        var mask = Vector128.Create(0xFFFFFFFFUL, 0);
        value = Pclmulqdq.CarrylessMultiply(value, by16, 0x10) ^ Sse2.ShiftRightLogical128BitLane(value, 8);
        value = Pclmulqdq.CarrylessMultiply(value & mask, Vector128.Create(0x0163cd6124UL, 0), 0x00) ^ Sse2.ShiftRightLogical128BitLane(value, 4);
        var barrett = Vector128.Create(0x01db710641UL, 0x01f7011641UL);
        var quotient = Pclmulqdq.CarrylessMultiply(value & mask, barrett, 0x10);
        value ^= Pclmulqdq.CarrylessMultiply(quotient & mask, barrett, 0x00);
        return value.AsUInt32()[1];
    }

    static uint[] BuildTable()
    {
        var table = new uint[Slices * 256];
        for (var i = 0; i < 256; i++)
        {
            var crc = (uint)i;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = crc >> 1 ^ (Polynomial & (uint)-(int)(crc & 1));
            }

            table[i] = crc;
        }

        for (var i = 256; i < table.Length; i++)
        {
            table[i] = table[i - 256] >> 8 ^ table[(byte)table[i - 256]];
        }

        return table;
    }
}
