using Homeward.Columns;

namespace Homeward.Submissions.Curated;

/// <summary>A column of a curated table.</summary>
/// <param name="Holds">What it holds, for the documentation.</param>
/// <param name="Derived">Made by the curation, not sent.</param>
public sealed record CuratedColumn(string Name, ColumnType Type, string Holds, bool Derived = false, int Precision = 0, int Scale = 0)
{
    /// <summary>The column without rows.</summary>
    internal Column Empty() => Type switch
    {
        ColumnType.Text => TextColumn.Constant(Name, null, 0),
        ColumnType.Int32 => new Int32Column(Name, []),
        ColumnType.Date => new DateColumn(Name, []),
        ColumnType.Timestamp => new TimestampColumn(Name, []),
        ColumnType.Decimal => new DecimalColumn(Name, [], Precision, Scale),
        _ => throw new InvalidOperationException($"Curated tables have no column of type {Type}."),
    };
}
