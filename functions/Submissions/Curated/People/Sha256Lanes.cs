using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Homeward.Submissions.Curated.People;

/// <summary>SHA-256 (FIPS 180-4) over eight blocks side by side, one per vector lane.</summary>
/// <remarks>
/// A call into the platform's library costs several microseconds, four of which each person would need; eight people at a time cost less
/// than one microsecond each. The tests hold it to the platform's own implementation.
/// </remarks>
static class Sha256Lanes
{
    public const int Lanes = 8;

    /// <summary>Words of a state.</summary>
    public const int StateWords = 8;

    /// <summary>Words of a block.</summary>
    public const int BlockWords = 16;

    static readonly uint[] Constants =
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    static readonly uint[] Initial =
        [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

    /// <summary>The state before any block, in every lane.</summary>
    public static void Start(Span<Vector256<uint>> state)
    {
        for (var i = 0; i < StateWords; i++)
        {
            state[i] = Vector256.Create(Initial[i]);
        }
    }

    /// <summary>Takes one block per lane into the state.</summary>
    /// <param name="block">Big-endian words; overwritten with the message schedule.</param>
    /// <remarks>Optimised at its first call: a submission is often over before the runtime would find it hot.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Compress(Span<Vector256<uint>> state, Span<Vector256<uint>> block)
    {
        var (a, b, c, d) = (state[0], state[1], state[2], state[3]);
        var (e, f, g, h) = (state[4], state[5], state[6], state[7]);
        for (var round = 0; round < Constants.Length; round++)
        {
            var word = round < BlockWords ? block[round] : Extend(block, round);
            var choice = (e & f) ^ Vector256.AndNot(g, e);
            var first = h + Sum(e, 6, 11, 25) + choice + Vector256.Create(Constants[round]) + word;
            var majority = (a & b) | (c & (a | b));
            var second = Sum(a, 2, 13, 22) + majority;
            (h, g, f, e, d, c, b, a) = (g, f, e, d + first, c, b, a, first + second);
        }

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<uint> Extend(Span<Vector256<uint>> block, int round)
    {
        var early = block[(round + 1) & 15];
        var late = block[(round + 14) & 15];
        var small = Rotate(early, 7) ^ Rotate(early, 18) ^ (early >>> 3);
        var large = Rotate(late, 17) ^ Rotate(late, 19) ^ (late >>> 10);
        return block[round & 15] += small + block[(round + 9) & 15] + large;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<uint> Sum(Vector256<uint> word, int first, int second, int third) =>
        Rotate(word, first) ^ Rotate(word, second) ^ Rotate(word, third);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<uint> Rotate(Vector256<uint> word, int bits) => (word >>> bits) | (word << (32 - bits));
}
