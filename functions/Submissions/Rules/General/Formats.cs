using Homeward.Submissions.Specification;

namespace Homeward.Submissions.Rules.General;

/// <summary>What a field must look like, in words for messages and documentation.</summary>
static class Formats
{
    public static string Expected(Field field) => field.Only is { } only ? only : field.Kind switch
    {
        FieldKind.Key or FieldKind.Parent or FieldKind.LocalKey => "1 to 40 characters, no control characters",
        FieldKind.Date or FieldKind.BirthDate => "a date such as 2025-08-31",
        FieldKind.DateTime => "a date and time such as 2025-08-31T14:30:00Z",
        FieldKind.Month => "a month such as 2025-08",
        FieldKind.Integer when field.Minimum == 0 => "a whole number, 0 or more",
        FieldKind.Integer => "a whole number",
        FieldKind.Money => $"an amount such as 1234.50, at most {field.Precision - 2} digits before the point and two after it",
        FieldKind.Organisation => "an ODS code of 3 to 9 letters and digits, such as RWR",
        FieldKind.Site => "an ODS site code of 3 to 9 letters and digits, such as RWR05",
        FieldKind.OrganisationOrSite => "an ODS code of an organisation or site, 3 to 9 letters and digits",
        FieldKind.Practice => "an ODS practice code of 3 to 9 letters and digits, such as D82001",
        FieldKind.NhsNumber => "ten digits",
        FieldKind.Postcode => "a postcode such as AL3 5TL",
        FieldKind.Code => "a code of the national list",
        _ => "text",
    };
}
