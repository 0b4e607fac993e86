using System.Text;

namespace Homeward.Columns.Parquet.Thrift;

/// <summary>Writes structs in the Thrift compact protocol: the language of Parquet's page headers, indexes and footer.</summary>
/// <remarks>https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md</remarks>
sealed class ThriftWriter(ByteBuffer output)
{
    readonly Stack<int> outer = new();
    int last;

    public void BeginStruct()
    {
        outer.Push(last);
        last = 0;
    }

    public void EndStruct()
    {
        output.WriteByte((byte)ThriftType.Stop);
        last = outer.Pop();
    }

    public void Struct(int id)
    {
        Header(id, ThriftType.Struct);
        BeginStruct();
    }

    /// <summary>A struct without fields, as unions use for a bare choice.</summary>
    public void Empty(int id)
    {
        Struct(id);
        EndStruct();
    }

    public void Bool(int id, bool value) => Header(id, value ? ThriftType.True : ThriftType.False);

    public void Byte(int id, sbyte value)
    {
        Header(id, ThriftType.Byte);
        output.WriteByte((byte)value);
    }

    public void Int16(int id, short value)
    {
        Header(id, ThriftType.Int16);
        Zigzag(value);
    }

    public void Int32(int id, int value)
    {
        Header(id, ThriftType.Int32);
        Zigzag(value);
    }

    public void Int64(int id, long value)
    {
        Header(id, ThriftType.Int64);
        Zigzag(value);
    }

    public void Binary(int id, ReadOnlySpan<byte> value)
    {
        Header(id, ThriftType.Binary);
        Element(value);
    }

    public void Text(int id, string value) => Binary(id, Encoding.UTF8.GetBytes(value));

    /// <summary>Starts a list; its <paramref name="count"/> elements follow.</summary>
    public void List(int id, ThriftType element, int count)
    {
        Header(id, ThriftType.List);
        if (count < 15)
        {
            output.WriteByte((byte)(count << 4 | (int)element));
        }
        else
        {
            output.WriteByte((byte)(0xF0 | (int)element));
            output.WriteVarint((uint)count);
        }
    }

    public void Element(bool value) => output.WriteByte(value ? (byte)ThriftType.True : (byte)ThriftType.False);

    public void Element(long value) => Zigzag(value);

    public void Element(ReadOnlySpan<byte> value)
    {
        output.WriteVarint((uint)value.Length);
        output.Write(value);
    }

    void Header(int id, ThriftType type)
    {
        var delta = id - last;
        if (delta is > 0 and < 16)
        {
            output.WriteByte((byte)(delta << 4 | (int)type));
        }
        else
        {
            output.WriteByte((byte)type);
            Zigzag(id);
        }

        last = id;
    }

    void Zigzag(long value) => output.WriteVarint((ulong)(value << 1 ^ value >> 63));
}
