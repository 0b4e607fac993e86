using System.Text;
using Homeward.Columns;
using Homeward.Reference;
using Homeward.Submissions.Checking.Sheets;
using Homeward.Submissions.Specification;

namespace Homeward.Submissions.Checking.Values;

/// <summary>Judges every distinct value of a text column once.</summary>
static class ValueClasses
{
    /// <summary>Classes by code of the column's pool; null where all are valid.</summary>
    public static ValueClass[]? Of(SheetColumn column, ReferenceData reference, Month period)
    {
        if (column.Values is not TextColumn text || text.Pool.Count == 0)
        {
            return null;
        }

        var field = column.Field;
        return field.Kind switch
        {
            FieldKind.Key or FieldKind.Parent or FieldKind.LocalKey => KeyFormat.Classes(text.Pool),
            FieldKind.Code => Each(text.Pool, code => OfCode(field.Codes!.Value, code, reference.Codes, period)),
            FieldKind.Month => Each(text.Pool, month => Month.TryParse(Encoding.UTF8.GetString(month), out _) ? ValueClass.Valid : ValueClass.Malformed),
            FieldKind.Organisation or FieldKind.Site or FieldKind.OrganisationOrSite or FieldKind.Practice =>
                Each(text.Pool, code => OrganisationClass.Of(field.Kind, code, reference, period)),
            FieldKind.NhsNumber => Each(text.Pool, number => NhsNumber.IsValid(number) ? ValueClass.Valid : ValueClass.Malformed),
            FieldKind.Postcode => Each(text.Pool, postcode => OfPostcode(postcode, reference, period)),
            _ => null,
        };
    }

    delegate ValueClass Judge(ReadOnlySpan<byte> value);

    static ValueClass[]? Each(Utf8Pool pool, Judge judge)
    {
        var classes = new ValueClass[pool.Count];
        for (var code = 0; code < classes.Length; code++)
        {
            classes[code] = judge(pool[code]);
        }

        return classes.AsSpan().IndexOfAnyExcept(ValueClass.Valid) < 0 ? null : classes;
    }

    static ValueClass OfCode(CodeList list, ReadOnlySpan<byte> code, CodeLists codes, Month period)
    {
        var text = Encoding.UTF8.GetString(code);
        return codes.Status(list, text, period) switch
        {
            CodeStatus.Valid => ValueClass.Valid,
            CodeStatus.Default => ValueClass.Default,
            _ when list == CodeList.BedClass && codes.BedClass(text) is not null => ValueClass.Other,
            _ => ValueClass.Invalid,
        };
    }

    static ValueClass OfPostcode(ReadOnlySpan<byte> postcode, ReferenceData reference, Month period)
    {
        Span<byte> normalised = stackalloc byte[Postcode.MaxLength];
        if (!Postcode.TryNormalise(postcode, normalised, out var length))
        {
            return ValueClass.Invalid;
        }

        if (Postcode.IsPseudo(postcode))
        {
            return ValueClass.Default;
        }

        var text = Encoding.ASCII.GetString(normalised[..length]);
        if (reference.Place(text) is null && !reference.IsSitePostcode(text, period.LastDay))
        {
            return ValueClass.Invalid;
        }

        return postcode.SequenceEqual(normalised[..length]) ? ValueClass.Valid : ValueClass.Other;
    }
}
