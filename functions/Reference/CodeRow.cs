using Homeward.Columns;

namespace Homeward.Reference;

/// <summary>One row of a code list.</summary>
/// <param name="From">First month in which it is valid; null: always was.</param>
/// <param name="To">Last month in which it is valid; null: still is.</param>
/// <param name="Default">A declared unknown.</param>
/// <param name="Group">The group that figures are published by, such as an upper ethnic group; null where there is none.</param>
/// <param name="MapsTo">The code that replaced it; null where none did.</param>
/// <param name="Line">The service line that it tells; Unknown where it tells none.</param>
public sealed record CodeRow(
    string Code,
    string Description,
    Month? From,
    Month? To,
    bool Default,
    string? Group,
    string? MapsTo,
    ServiceLine Line)
{
    public bool In(Month month) => (From is not { } from || from <= month) && (To is not { } to || month <= to);
}
