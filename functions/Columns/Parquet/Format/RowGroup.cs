using Homeward.Columns.Parquet.Thrift;

namespace Homeward.Columns.Parquet.Format;

/// <summary>A horizontal slice of the table.</summary>
sealed record RowGroup(long Rows, IReadOnlyList<ColumnChunk> Columns)
{
    public void Write(ThriftWriter thrift, int ordinal)
    {
        thrift.BeginStruct();
        thrift.List(1, ThriftType.Struct, Columns.Count);
        foreach (var column in Columns)
        {
            column.Write(thrift);
        }

        thrift.Int64(2, Columns.Sum(column => column.UncompressedSize));
        thrift.Int64(3, Rows);
        if (Columns.Count > 0)
        {
            thrift.Int64(5, Columns[0].Start);
        }

        thrift.Int64(6, Columns.Sum(column => column.CompressedSize));
        if (ordinal <= short.MaxValue)
        {
            thrift.Int16(7, (short)ordinal);
        }

        thrift.EndStruct();
    }

    public static RowGroup Read(ref ThriftReader thrift)
    {
        var rows = -1L;
        ColumnChunk[] columns = [];
        thrift.Enter();
        var id = 0;
        while (thrift.Next(ref id, out var type))
        {
            switch (id)
            {
                case 1:
                    columns = new ColumnChunk[thrift.List(type, ThriftType.Struct)];
                    for (var i = 0; i < columns.Length; i++)
                    {
                        columns[i] = ColumnChunk.Read(ref thrift);
                    }

                    break;
                case 3:
                    rows = thrift.Int64(type);
                    break;
                default:
                    thrift.Skip(type);
                    break;
            }
        }

        thrift.Leave();
        return new RowGroup(rows, columns);
    }
}
