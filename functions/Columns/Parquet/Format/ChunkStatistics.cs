using Homeward.Columns.Parquet.Thrift;

namespace Homeward.Columns.Parquet.Format;

/// <summary>Bounds of the values of a column chunk, as the bytes PLAIN would write (texts without their length).</summary>
/// <param name="Min">Null where there is none: no value, or one that has no order (NaN).</param>
/// <param name="Max">Null where there is none.</param>
/// <param name="NullCount">-1 where the file does not say.</param>
/// <param name="MinExact">False where <paramref name="Min"/> is a shorter text that sorts before every value.</param>
/// <param name="MaxExact">False where <paramref name="Max"/> is a shorter text that sorts after every value.</param>
sealed record ChunkStatistics(byte[]? Min, byte[]? Max, long NullCount, bool MinExact = true, bool MaxExact = true)
{
    public void Write(ThriftWriter thrift, int id)
    {
        thrift.Struct(id);
        thrift.Int64(3, NullCount);
        if (Max is not null)
        {
            thrift.Binary(5, Max);
        }

        if (Min is not null)
        {
            thrift.Binary(6, Min);
        }

        if (Max is not null)
        {
            thrift.Bool(7, MaxExact);
        }

        if (Min is not null)
        {
            thrift.Bool(8, MinExact);
        }

        thrift.EndStruct();
    }

    /// <summary>The old fields min and max (1, 2) are not read: writers disagreed about their order.</summary>
    public static ChunkStatistics Read(ref ThriftReader thrift, ThriftType structType)
    {
        byte[]? min = null, max = null;
        var (nulls, minExact, maxExact) = (-1L, true, true);
        thrift.Enter(structType);
        var id = 0;
        while (thrift.Next(ref id, out var type))
        {
            switch (id)
            {
                case 3:
                    nulls = thrift.Int64(type);
                    break;
                case 5:
                    max = thrift.Binary(type).ToArray();
                    break;
                case 6:
                    min = thrift.Binary(type).ToArray();
                    break;
                case 7:
                    maxExact = thrift.Bool(type);
                    break;
                case 8:
                    minExact = thrift.Bool(type);
                    break;
                default:
                    thrift.Skip(type);
                    break;
            }
        }

        thrift.Leave();
        return new(min, max, nulls, minExact, maxExact);
    }
}
