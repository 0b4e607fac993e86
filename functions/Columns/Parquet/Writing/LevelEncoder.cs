using System.Buffers.Binary;

namespace Homeward.Columns.Parquet.Writing;

/// <summary>Definition levels of a flat column: per row 1 where it has a value, 0 where it is null.</summary>
static class LevelEncoder
{
    const int WordRows = 64;

    /// <summary>Appends the levels of a version 1 page, their length before them.</summary>
    /// <param name="valid">A bit per row, from the page's first row on; null where no row is null.</param>
    public static void Encode(ReadOnlySpan<ulong> valid, bool anyNull, int rows, ByteBuffer output)
    {
        var start = output.Length;
        output.WriteInt32(0);
        if (anyNull)
        {
            Runs(valid, rows, output);
        }
        else if (rows > 0)
        {
            Run(true, rows, output);
        }

        BinaryPrimitives.WriteInt32LittleEndian(output.Written[start..], output.Length - start - sizeof(int));
    }

    static void Runs(ReadOnlySpan<ulong> valid, int rows, ByteBuffer output)
    {
        var words = rows / WordRows;
        var word = 0;
        while (word < words)
        {
            var start = word;
            if (valid[word] is 0 or ulong.MaxValue)
            {
                while (word < words && valid[word] == valid[start])
                {
                    word++;
                }

                Run(valid[start] != 0, (word - start) * WordRows, output);
            }
            else
            {
                while (word < words && valid[word] is not (0 or ulong.MaxValue))
                {
                    word++;
                }

                Literal(valid[start..word], (word - start) * WordRows, output);
            }
        }

        if (rows % WordRows > 0)
        {
            Literal(valid[words..], rows % WordRows, output);
        }
    }

    static void Run(bool valid, int rows, ByteBuffer output)
    {
        output.WriteVarint((ulong)rows << 1);
        output.WriteByte(valid ? (byte)1 : (byte)0);
    }

    static void Literal(ReadOnlySpan<ulong> words, int rows, ByteBuffer output)
    {
        var groups = (rows + 7) / 8;
        output.WriteVarint((ulong)groups << 1 | 1);
        for (var i = 0; i < groups; i++)
        {
            output.WriteByte((byte)(words[i >> 3] >> ((i & 7) * 8)));
        }
    }
}
