using System.Text;

namespace Homeward.Columns.Parquet.Thrift;

/// <summary>Reads structs in the Thrift compact protocol. Every length is checked against the bytes that remain.</summary>
/// <param name="data">Where the struct starts; it may be followed by anything.</param>
/// <param name="where">What is read, for messages.</param>
ref struct ThriftReader(ReadOnlySpan<byte> data, string where)
{
    const int MaxDepth = 24;
    readonly ReadOnlySpan<byte> data = data;
    readonly string where = where;
    int depth;

    /// <summary>Bytes read so far.</summary>
    public int Position { get; private set; }

    readonly int Remaining => data.Length - Position;

    /// <summary>Moves to the next field of the struct being read; false at its end.</summary>
    public bool Next(ref int id, out ThriftType type)
    {
        var header = Octet();
        type = (ThriftType)(header & 0x0F);
        if (header == 0)
        {
            return false;
        }

        if (type is < ThriftType.True or > ThriftType.Struct)
        {
            Fail($"field type {header & 0x0F} is unknown");
        }

        id = header >> 4 is var delta and not 0 ? id + delta : (int)Zigzag();
        return true;
    }

    public void Enter(ThriftType type)
    {
        Expect(type, ThriftType.Struct);
        Deeper();
    }

    /// <summary>Enters a struct that is a list's element or the outermost one.</summary>
    public void Enter() => Deeper();

    public void Leave() => depth--;

    public bool Bool(ThriftType type)
    {
        if (type is not (ThriftType.True or ThriftType.False))
        {
            Expect(type, ThriftType.True);
        }

        return type == ThriftType.True;
    }

    public sbyte Byte(ThriftType type)
    {
        Expect(type, ThriftType.Byte);
        return (sbyte)Octet();
    }

    public int Int32(ThriftType type)
    {
        if (type != ThriftType.Int16)
        {
            Expect(type, ThriftType.Int32);
        }

        var value = Zigzag();
        if (value is < int.MinValue or > int.MaxValue)
        {
            Fail("a 32-bit number is too large");
        }

        return (int)value;
    }

    public long Int64(ThriftType type)
    {
        Expect(type, ThriftType.Int64);
        return Zigzag();
    }

    public ReadOnlySpan<byte> Binary(ThriftType type)
    {
        Expect(type, ThriftType.Binary);
        return Binary();
    }

    public string Text(ThriftType type) => Encoding.UTF8.GetString(Binary(type));

    /// <summary>Starts a list and says how many elements follow; each is at least one byte long.</summary>
    public int List(ThriftType type, ThriftType element)
    {
        Expect(type, ThriftType.List);
        var found = ListHeader(out var count);
        var same = found == element || (element == ThriftType.True && found == ThriftType.False);
        if (!same && count > 0)
        {
            Fail($"a list of {found}, expected {element}");
        }

        return count;
    }

    public bool ElementBool() => Octet() == (byte)ThriftType.True;

    public long ElementInteger() => Zigzag();

    public ReadOnlySpan<byte> ElementBinary() => Binary();

    public void Skip(ThriftType type)
    {
        switch (type)
        {
            case ThriftType.True or ThriftType.False:
                break;
            case ThriftType.Byte:
                Advance(1);
                break;
            case ThriftType.Int16 or ThriftType.Int32 or ThriftType.Int64:
                Varint();
                break;
            case ThriftType.Double:
                Advance(8);
                break;
            case ThriftType.Binary:
                Binary();
                break;
            case ThriftType.List or ThriftType.Set:
                SkipList();
                break;
            case ThriftType.Map:
                SkipMap();
                break;
            default:
                SkipStruct();
                break;
        }
    }

    void SkipList()
    {
        var element = ListHeader(out var count);
        Deeper();
        for (var i = 0; i < count; i++)
        {
            SkipElement(element);
        }

        Leave();
    }

    void SkipMap()
    {
        var count = Count(Varint());
        if (count == 0)
        {
            return;
        }

        var types = Octet();
        Deeper();
        for (var i = 0; i < count; i++)
        {
            SkipElement((ThriftType)(types >> 4));
            SkipElement((ThriftType)(types & 0x0F));
        }

        Leave();
    }

    void SkipStruct()
    {
        Deeper();
        var id = 0;
        while (Next(ref id, out var type))
        {
            Skip(type);
        }

        Leave();
    }

    void SkipElement(ThriftType element)
    {
        if (element is ThriftType.True or ThriftType.False)
        {
            Advance(1);
        }
        else
        {
            if (element is < ThriftType.Byte or > ThriftType.Struct)
            {
                Fail($"element type {(int)element} is unknown");
            }

            Skip(element);
        }
    }

    ThriftType ListHeader(out int count)
    {
        var header = Octet();
        count = header >> 4 == 15 ? Count(Varint()) : Count((ulong)(header >> 4));
        return (ThriftType)(header & 0x0F);
    }

    readonly int Count(ulong count)
    {
        if (count > (ulong)Remaining)
        {
            Fail($"a length of {count}, but {Remaining} bytes remain");
        }

        return (int)count;
    }

    ReadOnlySpan<byte> Binary()
    {
        var length = Count(Varint());
        var value = data.Slice(Position, length);
        Position += length;
        return value;
    }

    long Zigzag()
    {
        var value = Varint();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    ulong Varint()
    {
        var value = 0UL;
        for (var shift = 0; shift < 70; shift += 7)
        {
            var octet = Octet();
            value |= (ulong)(octet & 0x7F) << shift;
            if (octet < 0x80)
            {
                return value;
            }
        }

        Fail("a number of more than ten bytes");
        return 0;
    }

    byte Octet()
    {
        if (Remaining < 1)
        {
            Fail("it ends in the middle");
        }

        return data[Position++];
    }

    void Advance(int count)
    {
        if (Remaining < count)
        {
            Fail("it ends in the middle");
        }

        Position += count;
    }

    void Deeper()
    {
        if (++depth > MaxDepth)
        {
            Fail($"nested more than {MaxDepth} deep");
        }
    }

    readonly void Expect(ThriftType found, ThriftType expected)
    {
        if (found != expected)
        {
            Fail($"a {found} field, expected {expected}");
        }
    }

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    readonly void Fail(string what) => ParquetException.Damaged(where, $"{what} (byte {Position})");
}
