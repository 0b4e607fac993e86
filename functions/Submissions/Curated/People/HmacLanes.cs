using System.Buffers.Binary;
using System.Runtime.Intrinsics;

namespace Homeward.Submissions.Curated.People;

/// <summary>HMAC-SHA-256 (RFC 2104) with one key over eight short messages side by side.</summary>
sealed class HmacLanes
{
    /// <summary>The longest message that one block holds beside its padding.</summary>
    public const int MaxMessage = 55;

    const int BlockBytes = 64;
    const int DigestBits = (BlockBytes + 32) * 8;

    readonly Vector256<uint>[] inner = new Vector256<uint>[Sha256Lanes.StateWords];
    readonly Vector256<uint>[] outer = new Vector256<uint>[Sha256Lanes.StateWords];

    public HmacLanes(ReadOnlySpan<byte> key)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(key.Length, BlockBytes);
        Pad(key, 0x36, inner);
        Pad(key, 0x5c, outer);
    }

    /// <summary>Puts a message into a lane of a block, with its padding.</summary>
    /// <param name="lane">Words of one lane's block.</param>
    public static void Prepare(ReadOnlySpan<byte> message, Span<uint> lane)
    {
        Span<byte> bytes = stackalloc byte[BlockBytes];
        bytes.Clear();
        message.CopyTo(bytes);
        bytes[message.Length] = 0x80;
        BinaryPrimitives.WriteUInt32BigEndian(bytes[60..], (uint)(BlockBytes + message.Length) * 8);
        for (var word = 0; word < Sha256Lanes.BlockWords; word++)
        {
            lane[word] = BinaryPrimitives.ReadUInt32BigEndian(bytes[(word * 4)..]);
        }
    }

    /// <summary>The codes of the prepared messages in <paramref name="block"/>, which is overwritten.</summary>
    public void Hash(Span<Vector256<uint>> block, Span<Vector256<uint>> digest)
    {
        inner.CopyTo(digest);
        Sha256Lanes.Compress(digest, block);
        HashDigest(outer, digest, block);
    }

    /// <summary>The codes of the codes in <paramref name="digest"/>; <paramref name="block"/> is overwritten.</summary>
    public void HashDigest(Span<Vector256<uint>> digest, Span<Vector256<uint>> block)
    {
        HashDigest(inner, digest, block);
        HashDigest(outer, digest, block);
    }

    static void HashDigest(Vector256<uint>[] start, Span<Vector256<uint>> digest, Span<Vector256<uint>> block)
    {
        digest.CopyTo(block);
        block[8] = Vector256.Create(0x80000000u);
        block[9..15].Clear();
        block[15] = Vector256.Create((uint)DigestBits);
        start.CopyTo(digest);
        Sha256Lanes.Compress(digest, block);
    }

    static void Pad(ReadOnlySpan<byte> key, byte pad, Vector256<uint>[] state)
    {
        Span<byte> bytes = stackalloc byte[BlockBytes];
        bytes.Fill(pad);
        for (var i = 0; i < key.Length; i++)
        {
            bytes[i] ^= key[i];
        }

        Span<Vector256<uint>> block = stackalloc Vector256<uint>[Sha256Lanes.BlockWords];
        for (var word = 0; word < block.Length; word++)
        {
            block[word] = Vector256.Create(BinaryPrimitives.ReadUInt32BigEndian(bytes[(word * 4)..]));
        }

        Sha256Lanes.Start(state);
        Sha256Lanes.Compress(state, block);
    }
}
