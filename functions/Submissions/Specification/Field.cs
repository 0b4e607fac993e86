using Homeward.Columns.Csv;
using Homeward.Reference;

namespace Homeward.Submissions.Specification;

public enum Need
{
    /// <summary>M: a blank rejects the row (GEN001).</summary>
    Mandatory,

    /// <summary>R: required where known; a blank is Missing in VODIM.</summary>
    Required,

    /// <summary>O.</summary>
    Optional,
}

/// <summary>What a field's text means; decides how it is parsed, checked, shown and curated.</summary>
public enum FieldKind
{
    /// <summary>The key of its table within the provider: 1–40 characters, no control characters.</summary>
    Key,

    /// <summary>The key of a row in <see cref="Field.Parent"/>.</summary>
    Parent,

    /// <summary>A local key that is looked up by a rule of its own, not as a foreign key (WardCode, HospProvSpellID of another provider, …).</summary>
    LocalKey,
    Text,

    /// <summary>A code of <see cref="Field.Codes"/>.</summary>
    Code,
    Date,
    DateTime,

    /// <summary>A calendar month, yyyy-MM.</summary>
    Month,
    Integer,

    /// <summary>Fixed-point, scale 2; money.</summary>
    Money,

    /// <summary>ODS code of an organisation.</summary>
    Organisation,

    /// <summary>ODS code of a site.</summary>
    Site,

    /// <summary>ODS code of an organisation or one of its sites.</summary>
    OrganisationOrSite,

    /// <summary>ODS code of a GP practice.</summary>
    Practice,

    /// <summary>Never leaves landing.</summary>
    NhsNumber,

    /// <summary>Never leaves landing.</summary>
    BirthDate,

    /// <summary>Never leaves landing.</summary>
    Postcode,
}

/// <summary>One field of a table, as submission.md §3 has it.</summary>
/// <param name="Name">MHSDS v6 name: the CSV header.</param>
public sealed record Field(string Name, FieldKind Kind, Need Need)
{
    /// <summary>The list, where <see cref="Kind"/> is <see cref="FieldKind.Code"/>.</summary>
    public CodeList? Codes { get; init; }

    /// <summary>The parent table, where <see cref="Kind"/> is <see cref="FieldKind.Parent"/>.</summary>
    public string? Parent { get; init; }

    /// <summary>Required only when: a sentence for the documentation; null where it always is.</summary>
    public string? When { get; init; }

    /// <summary>What <see cref="When"/> means to the code: this field of the row is given and, where it is a number, more than 0.</summary>
    public string? WhenField { get; init; }

    /// <summary>What the field holds, for the documentation.</summary>
    public string Note { get; init; } = "";

    /// <summary>The smallest whole number allowed (GEN002); null where any is, or where a rule of its own says so.</summary>
    public int? Minimum { get; init; }

    /// <summary>The only text allowed (GEN002); null where any is.</summary>
    public string? Only { get; init; }

    /// <summary>Decimal digits in all, for money.</summary>
    public int Precision { get; init; } = 12;

    /// <summary>The curated column: snake_case of the name.</summary>
    public string Column { get; init; } = SnakeCase.Of(Name);

    /// <summary>A local key of a place, not of a person: a code like any other, which findings show.</summary>
    public bool OfAPlace { get; init; }

    /// <summary>True where the value identifies a person and is never shown or kept outside landing.</summary>
    public bool Confidential => Kind is FieldKind.NhsNumber or FieldKind.BirthDate or FieldKind.Postcode;

    public CsvColumnSpec Csv => Kind switch
    {
        FieldKind.Date or FieldKind.BirthDate => new(Name, Column, CsvType.Date),
        FieldKind.DateTime => new(Name, Column, CsvType.DateTime),
        FieldKind.Integer => new(Name, Column, CsvType.Integer),
        FieldKind.Money => new(Name, Column, CsvType.Decimal, Precision, 2),
        _ => new(Name, Column, CsvType.Text),
    };
}
