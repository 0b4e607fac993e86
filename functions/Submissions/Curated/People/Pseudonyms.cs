using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using Homeward.Columns;

namespace Homeward.Submissions.Curated.People;

/// <summary>
/// Person ids (submission.md §6): the first 16 bytes, hex, of HMAC-SHA-256(lake key, HMAC-SHA-256(trust key, who)), computed eight at a time.
/// </summary>
sealed class Pseudonyms(PseudonymKeys keys, int capacity)
{
    const int IdBytes = 16;

    readonly HmacLanes trust = new(keys.TrustKey);
    readonly HmacLanes lake = new(keys.LakeKey);
    readonly byte[] ids = new byte[capacity * IdBytes * 2];
    readonly uint[] waiting = new uint[Sha256Lanes.Lanes * Sha256Lanes.BlockWords];
    readonly int[] waitingIds = new int[Sha256Lanes.Lanes];
    int lanes;
    int count;

    /// <param name="who">The NHS number's ten digits, or <c>{provider}|{LocalPatientID}</c>.</param>
    public void Add(ReadOnlySpan<byte> who)
    {
        if (who.Length > HmacLanes.MaxMessage)
        {
            AddLong(who);
            return;
        }

        HmacLanes.Prepare(who, waiting.AsSpan(lanes * Sha256Lanes.BlockWords, Sha256Lanes.BlockWords));
        waitingIds[lanes++] = count++;
        if (lanes == Sha256Lanes.Lanes)
        {
            Flush();
        }
    }

    /// <summary>The ids, in the order in which they were added.</summary>
    public TextColumn Build(string name)
    {
        Flush();
        var column = new TextColumnBuilder(name, count);
        for (var i = 0; i < count; i++)
        {
            column.Append(ids.AsSpan(i * IdBytes * 2, IdBytes * 2));
        }

        return column.Build();
    }

    void AddLong(ReadOnlySpan<byte> who)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        HMACSHA256.HashData(keys.TrustKey, who, digest);
        HMACSHA256.HashData(keys.LakeKey, digest, digest);
        WriteHex(digest[..IdBytes], count++);
    }

    void Flush()
    {
        if (lanes == 0)
        {
            return;
        }

        Span<Vector256<uint>> block = stackalloc Vector256<uint>[Sha256Lanes.BlockWords];
        Span<Vector256<uint>> digest = stackalloc Vector256<uint>[Sha256Lanes.StateWords];
        var words = MemoryMarshal.Cast<Vector256<uint>, uint>(block);
        for (var lane = 0; lane < lanes; lane++)
        {
            for (var word = 0; word < Sha256Lanes.BlockWords; word++)
            {
                words[word * Sha256Lanes.Lanes + lane] = waiting[lane * Sha256Lanes.BlockWords + word];
            }
        }

        trust.Hash(block, digest);
        lake.HashDigest(digest, block);
        Span<byte> id = stackalloc byte[IdBytes];
        var result = MemoryMarshal.Cast<Vector256<uint>, uint>(digest);
        for (var lane = 0; lane < lanes; lane++)
        {
            for (var word = 0; word < IdBytes / 4; word++)
            {
                BinaryPrimitives.WriteUInt32BigEndian(id[(word * 4)..], result[word * Sha256Lanes.Lanes + lane]);
            }

            WriteHex(id, waitingIds[lane]);
        }

        lanes = 0;
    }

    void WriteHex(ReadOnlySpan<byte> id, int number) =>
        Convert.TryToHexStringLower(id, ids.AsSpan(number * IdBytes * 2, IdBytes * 2), out _);
}
