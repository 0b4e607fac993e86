using System.Text;
using Homeward.Columns;
using Homeward.Reference;
using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;
using Homeward.Submissions.Specification;

namespace Homeward.Submissions.Checking.Outcome;

/// <summary>A column's texts as they are kept outside landing.</summary>
/// <remarks>
/// An identifier typed into another column is no code of that column: what neither its list nor the reference data knows keeps its shape only
/// where it looks like an NHS number, a postcode or a date (submission.md §4 and §6), as free text always does. Keys are the provider's own and stay.
/// </remarks>
static class KeptText
{
    public static Column Of(SheetColumn column, ReferenceData reference) => column.Field.Kind switch
    {
        FieldKind.Text => Mapped(column.Text, (_, text) => Shape.Unidentified(text)),
        FieldKind.Code when column.Classes is { } classes => Mapped(column.Text, (code, text) => IsUnknown(classes[code])
            && reference.Codes.Description(column.Field.Codes!.Value, text) is null ? Shape.Unidentified(text) : text),
        FieldKind.Organisation or FieldKind.Site or FieldKind.OrganisationOrSite or FieldKind.Practice when column.Classes is { } classes =>
            Mapped(column.Text, (code, text) => Organisation(classes[code], text.ToUpperInvariant(), reference)),
        _ => column.Values,
    };

    /// <summary>ODS codes are looked up in capitals, so they are kept in capitals. One that is not live in the month may be known all the same.</summary>
    static string Organisation(ValueClass worth, string code, ReferenceData reference) =>
        IsUnknown(worth) && !reference.Knows(code) ? Shape.Unidentified(code) : code;

    static bool IsUnknown(ValueClass worth) => worth is ValueClass.Invalid or ValueClass.Malformed;

    static TextColumn Mapped(TextColumn texts, Func<int, string, string> kept)
    {
        var pool = new Utf8PoolBuilder();
        var map = new int[texts.Pool.Count];
        for (var code = 0; code < map.Length; code++)
        {
            map[code] = pool.Add(Encoding.UTF8.GetBytes(kept(code, texts.Pool.Text(code))));
        }

        return new TextColumn(texts.Name, pool.Build(), [.. texts.Codes.Select(code => code < 0 ? -1 : map[code])]);
    }
}
