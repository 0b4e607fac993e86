using Homeward.Submissions.Checking;
using Homeward.Submissions.Tests.Samples;

namespace Homeward.Submissions.Tests.Rules;

/// <summary>Rows in, findings out: a change to the clean sample, and everything that the check must find then.</summary>
static class RuleCase
{
    /// <summary>What falls with the first patient, referral, spell or ward stay of the sample.</summary>
    public static readonly string[] UnderSpell1 = ["GEN006 ward_stays:2", "GEN006 restrictive:2"];

    public static readonly string[] UnderReferral1 = ["GEN006 spells:2", .. UnderSpell1];

    public static readonly string[] UnderPatient1 = ["GEN006 referrals:2", "GEN006 spells:2", "GEN006 ward_stays:2", "GEN006 community:2", "GEN006 restrictive:2"];

    public static readonly string[] UnderSpell2 = ["GEN006 ward_stays:3", "GEN006 ward_stays:4", "GEN006 crfd:2"];

    public static void Finds(Sample sample, params string[] expected) => Finds(sample, Sample.Context(), expected);

    public static CheckedSubmission Finds(Sample sample, CheckContext context, params string[] expected)
    {
        var check = sample.Check(context);
        Assert.Equal(expected.Order(StringComparer.Ordinal), Sample.Found(check).Order(StringComparer.Ordinal));
        return check;
    }
}
