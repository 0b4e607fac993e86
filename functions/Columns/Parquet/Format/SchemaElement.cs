using Homeward.Columns.Parquet.Thrift;

namespace Homeward.Columns.Parquet.Format;

/// <summary>A node of the schema: the root, which counts its children, or a column.</summary>
sealed record SchemaElement(string Name)
{
    public string Name { get; set; } = Name;

    public PhysicalType? Type { get; set; }

    public int TypeLength { get; set; }

    public Repetition? Repetition { get; set; }

    public int Children { get; set; }

    public ConvertedType? Converted { get; set; }

    public int Precision { get; set; }

    public int Scale { get; set; }

    public LogicalType Logical { get; set; }

    public void Write(ThriftWriter thrift)
    {
        thrift.BeginStruct();
        if (Type is { } type)
        {
            thrift.Int32(1, (int)type);
        }

        if (Repetition is { } repetition)
        {
            thrift.Int32(3, (int)repetition);
        }

        thrift.Text(4, Name);
        if (Type is null)
        {
            thrift.Int32(5, Children);
        }

        if (Converted is { } converted)
        {
            thrift.Int32(6, (int)converted);
        }

        if (Converted == ConvertedType.Decimal)
        {
            thrift.Int32(7, Scale);
            thrift.Int32(8, Precision);
        }

        if (Logical.Kind != LogicalKind.None)
        {
            Logical.Write(thrift, 10);
        }

        thrift.EndStruct();
    }

    public static SchemaElement Read(ref ThriftReader thrift)
    {
        var element = new SchemaElement("");
        thrift.Enter();
        var id = 0;
        while (thrift.Next(ref id, out var type))
        {
            switch (id)
            {
                case 1:
                    element.Type = (PhysicalType)thrift.Int32(type);
                    break;
                case 2:
                    element.TypeLength = thrift.Int32(type);
                    break;
                case 3:
                    element.Repetition = (Repetition)thrift.Int32(type);
                    break;
                case 4:
                    element.Name = thrift.Text(type);
                    break;
                case 5:
                    element.Children = thrift.Int32(type);
                    break;
                case 6:
                    element.Converted = (ConvertedType)thrift.Int32(type);
                    break;
                case 7:
                    element.Scale = thrift.Int32(type);
                    break;
                case 8:
                    element.Precision = thrift.Int32(type);
                    break;
                case 10:
                    element.Logical = LogicalType.Read(ref thrift, type);
                    break;
                default:
                    thrift.Skip(type);
                    break;
            }
        }

        thrift.Leave();
        return element;
    }
}
