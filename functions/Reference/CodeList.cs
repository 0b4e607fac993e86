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
