using System.Text;
using Homeward.Columns;
using Homeward.Reference;
using Homeward.Submissions.Checking.Sheets;
using Homeward.Submissions.Specification;

namespace Homeward.Submissions.Checking.Values;

/// <summary>ODS codes: three to nine letters or digits, known and live in the period.</summary>
static class OrganisationClass
{
    /// <summary>Practice codes that stand for "none", "not applicable" and "not known".</summary>
    static readonly HashSet<string> UnknownPractices = ["V81997", "V81998", "V81999"];

    public static ValueClass Of(FieldKind kind, ReadOnlySpan<byte> code, ReferenceData reference, Month period)
    {
        if (!IsOdsCode(code, out var lower))
        {
            return ValueClass.Malformed;
        }

        var upper = Encoding.ASCII.GetString(code).ToUpperInvariant();
        if (kind == FieldKind.Practice && UnknownPractices.Contains(upper))
        {
            return ValueClass.Default;
        }

        if (!IsLive(kind, upper, reference, new(period.FirstDay, period.LastDay)))
        {
            return ValueClass.Invalid;
        }

        return lower ? ValueClass.Other : ValueClass.Valid;
    }

    static bool IsLive(FieldKind kind, string code, ReferenceData reference, Effective month) => kind switch
    {
        FieldKind.Practice => reference.HasPractice(code, month),
        FieldKind.Site => reference.HasSite(code, month),
        FieldKind.OrganisationOrSite => reference.HasOrganisation(code, month) || reference.HasSite(code, month),
        _ => reference.HasOrganisation(code, month),
    };

    static bool IsOdsCode(ReadOnlySpan<byte> code, out bool lower)
    {
        lower = false;
        foreach (var character in code)
        {
            lower |= char.IsAsciiLetterLower((char)character);
            if (!char.IsAsciiLetterOrDigit((char)character))
            {
                return false;
            }
        }

        return code.Length is >= 3 and <= 9;
    }
}
