using Homeward.Columns.Parquet.Thrift;

namespace Homeward.Columns.Parquet.Format;

/// <summary>The file's own description, written last: schema, row groups, metadata.</summary>
sealed record Footer(
    IReadOnlyList<SchemaElement> Schema,
    long Rows,
    IReadOnlyList<RowGroup> RowGroups,
    IReadOnlyList<KeyValuePair<string, string>> Metadata)
{
    const string CreatedBy = "homeward";

    /// <summary>True where min and max are in the order that the column's type has.</summary>
    public bool HasColumnOrders { get; init; } = true;

    public bool Encrypted { get; init; }

    /// <summary>Where in the file it starts; everything else lies before.</summary>
    public int Start { get; init; }

    public void Write(ThriftWriter thrift)
    {
        thrift.BeginStruct();
        thrift.Int32(1, 2);
        thrift.List(2, ThriftType.Struct, Schema.Count);
        foreach (var element in Schema)
        {
            element.Write(thrift);
        }

        thrift.Int64(3, Rows);
        thrift.List(4, ThriftType.Struct, RowGroups.Count);
        for (var i = 0; i < RowGroups.Count; i++)
        {
            RowGroups[i].Write(thrift, i);
        }

        if (Metadata.Count > 0)
        {
            WriteMetadata(thrift);
        }

        thrift.Text(6, CreatedBy);
        thrift.List(7, ThriftType.Struct, Schema.Count - 1);
        for (var i = 1; i < Schema.Count; i++)
        {
            thrift.BeginStruct();
            thrift.Empty(1);
            thrift.EndStruct();
        }

        thrift.EndStruct();
    }

    void WriteMetadata(ThriftWriter thrift)
    {
        thrift.List(5, ThriftType.Struct, Metadata.Count);
        foreach (var (key, value) in Metadata)
        {
            thrift.BeginStruct();
            thrift.Text(1, key);
            thrift.Text(2, value);
            thrift.EndStruct();
        }
    }

    public static Footer Read(ReadOnlySpan<byte> bytes)
    {
        var thrift = new ThriftReader(bytes, "footer");
        var footer = new Footer([], -1, [], []) { HasColumnOrders = false };
        thrift.Enter();
        var id = 0;
        while (thrift.Next(ref id, out var type))
        {
            switch (id)
            {
                case 2:
                    footer = footer with { Schema = ReadSchema(ref thrift, type) };
                    break;
                case 3:
                    footer = footer with { Rows = thrift.Int64(type) };
                    break;
                case 4:
                    footer = footer with { RowGroups = ReadRowGroups(ref thrift, type) };
                    break;
                case 5:
                    footer = footer with { Metadata = ReadMetadata(ref thrift, type) };
                    break;
                case 7:
                    footer = footer with { HasColumnOrders = true };
                    thrift.Skip(type);
                    break;
                case 8:
                    footer = footer with { Encrypted = true };
                    thrift.Skip(type);
                    break;
                default:
                    thrift.Skip(type);
                    break;
            }
        }

        return footer;
    }

    static SchemaElement[] ReadSchema(ref ThriftReader thrift, ThriftType type)
    {
        var schema = new SchemaElement[thrift.List(type, ThriftType.Struct)];
        for (var i = 0; i < schema.Length; i++)
        {
            schema[i] = SchemaElement.Read(ref thrift);
            ParquetException.Require(i == 0 || schema[i].Name.Length > 0, "footer", $"column {i} has no name");
        }

        return schema;
    }

    static RowGroup[] ReadRowGroups(ref ThriftReader thrift, ThriftType type)
    {
        var groups = new RowGroup[thrift.List(type, ThriftType.Struct)];
        for (var i = 0; i < groups.Length; i++)
        {
            groups[i] = RowGroup.Read(ref thrift);
            ParquetException.Require(groups[i].Rows >= 0, "footer", $"row group {i} does not say how many rows it has");
        }

        return groups;
    }

    static List<KeyValuePair<string, string>> ReadMetadata(ref ThriftReader thrift, ThriftType type)
    {
        var metadata = new List<KeyValuePair<string, string>>();
        var count = thrift.List(type, ThriftType.Struct);
        for (var i = 0; i < count; i++)
        {
            metadata.Add(ReadPair(ref thrift));
        }

        return metadata;
    }

    static KeyValuePair<string, string> ReadPair(ref ThriftReader thrift)
    {
        string key = "", value = "";
        thrift.Enter();
        var id = 0;
        while (thrift.Next(ref id, out var type))
        {
            switch (id)
            {
                case 1:
                    key = thrift.Text(type);
                    break;
                case 2:
                    value = thrift.Text(type);
                    break;
                default:
                    thrift.Skip(type);
                    break;
            }
        }

        thrift.Leave();
        return new(key, value);
    }
}
