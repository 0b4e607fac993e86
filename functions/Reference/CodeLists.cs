using Homeward.Columns;

namespace Homeward.Reference;

/// <summary>The national code lists that the specification names (domain.md §2), effective by month.</summary>
public enum CodeList
{
    NhsNumberStatus,
    GenderIdentity,
    EthnicCategory,
    SourceOfReferral,
    PrimaryReason,
    SpecialisedService,
    OapReason,
    ReferralOutcome,
    AlternativeService,
    SourceOfAdmission,
    MethodOfAdmission,
    MethodOfDischarge,
    DestinationOfDischarge,
    LegalStatus,
    BedClass,
    WardIntendedSex,
    WardSecurity,
    ClosedReason,
    OapEndReason,
    Barrier,
    ReviewType,
    OfferAnswer,
    DeclineReason,
    DelayReason,
    AttributableTo,
    ServiceLine,
    SpendCategory,
    YesNo,
    RestrictiveType,
}

public enum CodeStatus
{
    /// <summary>In the list for the month.</summary>
    Valid,

    /// <summary>A declared unknown, such as 99 or Z (GEN004).</summary>
    Default,

    /// <summary>Not in the list for the month (GEN003).</summary>
    Invalid,
}

/// <summary>The code lists in force, shipped with the product and overridden by a reference file of the same name.</summary>
public sealed class CodeLists
{
    CodeLists()
    {
    }

    public CodeStatus Status(CodeList list, string code, Month month) => throw new NotImplementedException();

    /// <summary>The code's meaning; null where the list does not have it.</summary>
    public string? Description(CodeList list, string code) => throw new NotImplementedException();

    /// <summary>Every code that is valid in a month, in list order.</summary>
    public IReadOnlyList<string> Codes(CodeList list, Month month) => throw new NotImplementedException();

    /// <summary>domain.md §2.2: the v6 class of a v5 or v6 bed code; null where it is neither. v6 begins with 2024-04.</summary>
    public string? BedClass(string code) => throw new NotImplementedException();

    /// <summary>submission.md §3: the service line of a specialised service code such as NCBPS22S/LS_M_LD; Unknown where it tells none.</summary>
    public ServiceLine LineOfServiceCode(string? code) => throw new NotImplementedException();

    /// <summary>submission.md §3: the service line of a v6 bed class; Unknown for null, Other for the rest.</summary>
    public ServiceLine LineOfBedClass(string? bedClass) => throw new NotImplementedException();
}
