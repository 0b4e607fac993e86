using System.Buffers.Binary;
using Homeward.Columns.Parquet;
using Homeward.Columns.Parquet.Reading;

namespace Homeward.Columns.Tests.Parquet;

/// <summary>Values chosen so that a hash without a secret meets them all in one place.</summary>
public class CollisionTests
{
    [Fact]
    public void Hash_TextsThatBeginWithAConstantOfTheHash_Differ()
    {
        // A first word that makes a factor 0 would give every text of its length the same hash, whatever the seed.
        foreach (var constant in (ulong[])[0x8EBC6AF09C88C6E3, 0xA0761D6478BD642F, 0xE7037ED1A0B428DB])
        {
            var hashes = Enumerable.Range(0, 1_000).Select(i => TextPool.Hash(Text(constant, i))).Distinct().Count();

            Assert.InRange(hashes, 990, 1_000);
        }
    }

    [Fact]
    public void Write_NumbersThatMeetInOneSlotOfAKnownMultiplier_IsTheSameAndSwift()
    {
        // Multiples of the inverse of the golden ratio: their products with it are small, so that all begin with zeros.
        const ulong Golden = 0x9E3779B97F4A7C15;
        var inverse = Golden;
        for (var i = 0; i < 6; i++)
        {
            inverse *= 2 - Golden * inverse;
        }

        Assert.Equal(1UL, unchecked(Golden * inverse));
        const int Distinct = 50_000;
        var values = new long[2 * Distinct];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = unchecked((long)((ulong)(i % Distinct + 1) * inverse));
        }

        var read = (Int64Column)ParquetReader.Open(ParquetWriter.Write(new Table("t", [new Int64Column("a", values)]))).Read().Columns[0];

        Assert.Equal(values, read.Values);
    }

    [Fact]
    public void Read_TextsWhoseWholeHashesAreEqual_StayApart()
    {
        var texts = Texts.Random(300_000, 12);
        Assert.NotEqual(texts.Length, texts.Select(text => TextPool.Hash(text)).Distinct().Count());
        var builder = new Utf8PoolBuilder();
        var codes = texts.Select(text => builder.Add(text)).ToArray();

        var read = (TextColumn)ParquetReader.Open(ParquetWriter.Write(new Table("t", [new TextColumn("a", builder.Build(), codes)]))).Read().Columns[0];

        Assert.Equal(codes, read.Codes);
    }

    static byte[] Text(ulong first, int number)
    {
        var text = new byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(text, first);
        BinaryPrimitives.WriteInt32LittleEndian(text.AsSpan(8), number);
        return text;
    }
}
