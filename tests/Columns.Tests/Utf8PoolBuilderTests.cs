using System.Text;

namespace Homeward.Columns.Tests;

public class Utf8PoolBuilderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Add_AnyTexts_GivesTheCodesOfADictionary(int seed)
    {
        var random = new Random(seed);
        var pool = new Utf8PoolBuilder();
        var codes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var round = 0; round < 30_000; round++)
        {
            var text = Text(random, round);
            var known = codes.TryGetValue(text, out var code);
            Assert.Equal(known ? code : -1, round % 10 == 0 ? pool.Find(Encoding.Latin1.GetBytes(text)) : known ? code : -1);
            codes.TryAdd(text, codes.Count);

            Assert.Equal(codes[text], pool.Add(Encoding.Latin1.GetBytes(text)));
        }

        AssertHolds(codes, pool.Build());
    }

    [Theory]
    [InlineData(12)]
    [InlineData(20)]
    public void Add_TextsWhoseWholeHashesAreEqual_GivesEachItsCode(int length)
    {
        var texts = Texts.Random(450_000, length);
        var pool = new Utf8PoolBuilder();

        Assert.Equal(Enumerable.Range(0, 225_000), texts.Take(225_000).Select(text => pool.Add(text)));
        Assert.All(texts.Skip(225_000), text => Assert.Equal(-1, pool.Find(text)));
        Assert.Equal(Enumerable.Range(0, texts.Length), texts.Select(text => pool.Add(text)));
    }

    [Fact]
    public void Add_AscendingTexts_NeedsNoTableUntilOneFallsBack()
    {
        var pool = new Utf8PoolBuilder();
        for (var number = 0; number < 5000; number++)
        {
            Assert.Equal(number, pool.Add(Encoding.UTF8.GetBytes($"WS{number:D6}")));
            Assert.Equal(number, pool.Add(Encoding.UTF8.GetBytes($"WS{number:D6}")));
        }

        Assert.True(pool.Ascends);
        Assert.Equal(17, pool.Add("WS000017"u8));
        Assert.False(pool.Ascends);
        Assert.Equal(5000, pool.Add("W"u8));
        Assert.Equal(4999, pool.Add("WS004999"u8));
        Assert.Equal(5001, pool.Build().Count);
    }

    [Theory]
    [InlineData("", "a")]
    [InlineData("a", "a\0")]
    [InlineData("a\0", "a\u0001")]
    [InlineData("12345678", "123456780")]
    [InlineData("12345678", "12345678\0")]
    [InlineData("1234567", "12345678")]
    [InlineData("123456789012345", "1234567890123456")]
    public void Add_NeighbouringTexts_KeepsThemApart(string first, string second)
    {
        foreach (var (one, other) in new[] { (first, second), (second, first) })
        {
            var pool = new Utf8PoolBuilder();
            Assert.Equal(0, pool.Add(Encoding.UTF8.GetBytes(one)));
            Assert.Equal(1, pool.Add(Encoding.UTF8.GetBytes(other)));
            Assert.Equal(0, pool.Add(Encoding.UTF8.GetBytes(one)));
            Assert.Equal(1, pool.Find(Encoding.UTF8.GetBytes(other)));
        }
    }

    /// <summary>Texts whose hashes all begin alike, as an attacker who has read the source would search them.</summary>
    static List<byte[]> Colliding(int count)
    {
        var texts = new List<byte[]>();
        for (var number = 0; texts.Count < count; number++)
        {
            var text = Encoding.UTF8.GetBytes($"{number:x8}");
            if (TextKey.Of(text).Hash() >> 25 == 5)
            {
                texts.Add(text);
            }
        }

        return texts;
    }

    [Fact]
    public void Find_TextsThatCollideOnPurpose_StaysLinear()
    {
        // Few enough to be added unnoticed, each search for another one that collides would walk past all of them.
        var texts = Colliding(3_000);
        var pool = new Utf8PoolBuilder();
        texts.GetRange(0, 200).ForEach(text => pool.Add(text));
        Assert.False(pool.Keyed);

        Assert.All(texts.Skip(200), text => Assert.Equal(-1, pool.Find(text)));

        Assert.True(pool.Keyed);
        Assert.All(Enumerable.Range(0, 200), i => Assert.Equal(i, pool.Find(texts[i])));
    }

    [Fact]
    public void Add_TextsThatCollideOnPurpose_StaysLinear()
    {
        var texts = Colliding(10_000);
        var pool = new Utf8PoolBuilder();
        texts.Reverse();
        for (var i = 0; i < texts.Count; i++)
        {
            Assert.Equal(i, pool.Add(texts[i]));
        }

        Assert.All(Enumerable.Range(0, texts.Count), i => Assert.Equal(i, pool.Add(texts[i])));
        Assert.True(pool.Keyed);
    }

    [Fact]
    public void KeyedHash_ReferenceInputs_GiveSipHash13()
    {
        // Key 00 01 … 0f, message 00 01 … n-1: the vectors of SipHash-1-3 as published with its reference implementation.
        ulong[] expected = [0xabac0158050fc4dc, 0xc9f49bf37d57ca93, 0x82cb9b024dc7d44d, 0x8bf80ab8e7ddf7fb, 0xcf75576088d38328, 0xdef9d52f49533b67];
        for (var length = 0; length < expected.Length; length++)
        {
            byte[] message = [.. Enumerable.Range(0, length).Select(value => (byte)value)];

            Assert.Equal(expected[length], KeyedHash.Of(message, 0x0706050403020100, 0x0f0e0d0c0b0a0908));
        }
    }

    [Fact]
    public void TextKey_AnyText_IsOrderedAsItsBytesAndReadsNothingBehind()
    {
        var random = new Random(7);
        for (var round = 0; round < 20_000; round++)
        {
            var (one, other) = (Bytes(random), Bytes(random));
            var (key, otherKey) = (TextKey.Of(one), TextKey.Of(other));
            byte[] followed = [.. one, .. Bytes(random), .. Bytes(random), .. new byte[TextKey.Reach]];

            Assert.Equal(key, TextKey.Of(ref followed[0], one.Length));
            Assert.Equal(one.AsSpan().SequenceEqual(other), key == otherKey);
            Assert.Equal(one.AsSpan().SequenceCompareTo(other) > 0, key.ComesAfter(otherKey));
            Assert.NotEqual(0u, key.Hash());

            var written = new byte[TextKey.Reach];
            key.Write(ref written[0]);
            Assert.Equal([.. one, .. new byte[TextKey.Reach - one.Length]], written);
        }
    }

    static byte[] Bytes(Random random) => [.. Enumerable.Range(0, random.Next(TextKey.LongestText + 1)).Select(_ => (byte)(random.Next(3) * 127))];

    static string Text(Random random, int round) => random.Next(5) switch
    {
        0 => $"{random.Next(100)}",
        1 => new string((char)('a' + random.Next(26)), random.Next(0, 20)),
        2 => $"WS{round:D10}",
        3 => $"{random.Next(1000)}-a-longer-text-than-a-key-holds-{random.Next(3)}",
        _ => new string('\0', random.Next(4)) + (char)random.Next(256),
    };

    static void AssertHolds(Dictionary<string, int> codes, Utf8Pool pool)
    {
        Assert.Equal(codes.Count, pool.Count);
        Assert.All(codes, pair => Assert.Equal(pair.Key, Encoding.Latin1.GetString(pool[pair.Value])));
    }
}
