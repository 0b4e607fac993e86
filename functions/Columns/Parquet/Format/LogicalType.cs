using Homeward.Columns.Parquet.Thrift;

namespace Homeward.Columns.Parquet.Format;

/// <summary>The union's choices, numbered as the format does.</summary>
enum LogicalKind
{
    None = 0,
    String = 1,
    Map = 2,
    List = 3,
    Enum = 4,
    Decimal = 5,
    Date = 6,
    Time = 7,
    Timestamp = 8,
    Integer = 10,
    Unknown = 11,
    Json = 12,
    Bson = 13,
    Uuid = 14,
    Float16 = 15,
    Variant = 16,
    Geometry = 17,
    Geography = 18,
}

enum TimeUnit
{
    None = 0,
    Millis = 1,
    Micros = 2,
    Nanos = 3,
}

/// <summary>What the values of a physical type mean.</summary>
readonly record struct LogicalType(
    LogicalKind Kind,
    int Precision = 0,
    int Scale = 0,
    TimeUnit Unit = TimeUnit.None,
    bool Utc = false,
    int BitWidth = 0,
    bool Signed = false)
{
    public void Write(ThriftWriter thrift, int id)
    {
        thrift.Struct(id);
        thrift.Struct((int)Kind);
        if (Kind == LogicalKind.Decimal)
        {
            thrift.Int32(1, Scale);
            thrift.Int32(2, Precision);
        }
        else if (Kind == LogicalKind.Timestamp)
        {
            thrift.Bool(1, Utc);
            thrift.Struct(2);
            thrift.Empty((int)Unit);
            thrift.EndStruct();
        }

        thrift.EndStruct();
        thrift.EndStruct();
    }

    public static LogicalType Read(ref ThriftReader thrift, ThriftType type)
    {
        var logical = default(LogicalType);
        thrift.Enter(type);
        var id = 0;
        while (thrift.Next(ref id, out var choice))
        {
            logical = new LogicalType((LogicalKind)id);
            if (logical.Kind is LogicalKind.Decimal or LogicalKind.Time or LogicalKind.Timestamp or LogicalKind.Integer)
            {
                logical = logical.ReadParameters(ref thrift, choice);
            }
            else
            {
                thrift.Skip(choice);
            }
        }

        thrift.Leave();
        return logical;
    }

    LogicalType ReadParameters(ref ThriftReader thrift, ThriftType type)
    {
        var logical = this;
        thrift.Enter(type);
        var id = 0;
        while (thrift.Next(ref id, out var field))
        {
            switch (Kind, id)
            {
                case (LogicalKind.Decimal, 1):
                    logical = logical with { Scale = thrift.Int32(field) };
                    break;
                case (LogicalKind.Decimal, 2):
                    logical = logical with { Precision = thrift.Int32(field) };
                    break;
                case (LogicalKind.Integer, 1):
                    logical = logical with { BitWidth = thrift.Byte(field) };
                    break;
                case (LogicalKind.Integer, 2):
                    logical = logical with { Signed = thrift.Bool(field) };
                    break;
                case (LogicalKind.Time or LogicalKind.Timestamp, 1):
                    logical = logical with { Utc = thrift.Bool(field) };
                    break;
                case (LogicalKind.Time or LogicalKind.Timestamp, 2):
                    logical = logical with { Unit = ReadUnit(ref thrift, field) };
                    break;
                default:
                    thrift.Skip(field);
                    break;
            }
        }

        thrift.Leave();
        return logical;
    }

    static TimeUnit ReadUnit(ref ThriftReader thrift, ThriftType type)
    {
        var unit = TimeUnit.None;
        thrift.Enter(type);
        var id = 0;
        while (thrift.Next(ref id, out var choice))
        {
            unit = (TimeUnit)id;
            thrift.Skip(choice);
        }

        thrift.Leave();
        return unit;
    }
}
