namespace Homeward.Reference;

/// <summary>The home ICB of a stay, by the first source that knows it (reference.md, "Home ICB").</summary>
public static class HomeIcb
{
    /// <summary>
    /// As sent; else the referral's commissioner where that is an ICB (it stays responsible however long the stay);
    /// else the practice's; else the postcode's; else null.
    /// </summary>
    /// <param name="on">End of the month whose submission carries the record.</param>
    public static string? Resolve(ReferenceData reference, string? sentHomeIcb, string? orgIdComm, string? gmpReg, string? postcode, DateOnly on) =>
        sentHomeIcb ?? OfCommissioner(reference, orgIdComm, on) ?? OfPractice(reference, gmpReg, on) ?? OfPostcode(reference, postcode, on);

    /// <summary>The commissioner itself, where it is an ICB on the date.</summary>
    public static string? OfCommissioner(ReferenceData reference, string? orgIdComm, DateOnly on) =>
        orgIdComm is not null && reference.Organisation(orgIdComm, on)?.Kind == OrganisationKind.Icb ? orgIdComm : null;

    public static string? OfPractice(ReferenceData reference, string? gmpReg, DateOnly on) =>
        gmpReg is null ? null : reference.Practice(gmpReg, on)?.Icb;

    /// <summary>Null for a hospital site's postcode too: it says where the person is, not where home is (PAT007).</summary>
    public static string? OfPostcode(ReferenceData reference, string? postcode, DateOnly on) =>
        postcode is null || reference.IsSitePostcode(postcode, on) ? null : reference.Place(postcode)?.Icb;
}
