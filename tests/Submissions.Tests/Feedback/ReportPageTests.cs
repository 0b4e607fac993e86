using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Homeward.Submissions.Checking;
using Homeward.Submissions.Feedback;
using Homeward.Submissions.Tests.Samples;

namespace Homeward.Submissions.Tests.Feedback;

public partial class ReportPageTests
{
    static readonly string[] Void = ["meta", "br", "hr", "img", "link", "input", "!DOCTYPE"];

    static string Report(Sample sample, CheckContext? context = null) =>
        Encoding.UTF8.GetString(FeedbackPack.Write(sample.Check(context), "ref-1", Sample.Context().Received)["report.html"]);

    [Fact]
    public void Verdict_AcceptedWithRejectedRows_SaysWhatTheyHide()
    {
        var sample = Sample.Clean().Set("referrals", 2, "ReasonOAT", "10").Set("spells", 2, "EstimatedDischDateHospProvSpell", "x");

        Assert.Contains("Accepted, with 3 rows left out", Report(sample), StringComparison.Ordinal);
        Assert.Contains("These 3 rows hide 1 active placement, 31 nights and 1 person.", Report(sample), StringComparison.Ordinal);
    }

    [Fact]
    public void Verdict_Rejected_SaysThatNothingIsUsed() =>
        Assert.Contains("Rejected: nothing of this submission is used", Report(Sample.Clean().Set("submission", 2, "OrgIDProvider", "RYK")), StringComparison.Ordinal);

    [Fact]
    public void Verdict_Unchanged_SaysSo()
    {
        var context = Sample.Context() with { CurrentContentSha256 = Sample.Clean().Check().ContentSha256 };

        Assert.Contains("Unchanged: nothing had to be done", Report(Sample.Clean(), context), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatToPutRight_IsInTheOrderOfRowsAffected()
    {
        var report = Report(Sample.Clean()
            .Set("submission", 2, "OrgIDProvider", "RYK")
            .Set("beds", 2, "OpenBeds", "-1").Set("community", 2, "EndDate", "2025-07-01")
            .Set("patients", 2, "PersonBirthDate", "2030-01-01")
            .Set("patients", 3, "Postcode", ""));

        Assert.Equal(["SUB002", "PAT003", "BED001", "COM001", "GEN006", "PAT004"], Cards().Matches(report).Select(match => match.Groups[1].Value));
        Assert.Contains("leaves out 6 rows", report, StringComparison.Ordinal);
        Assert.Contains("these rows come back by themselves", report, StringComparison.Ordinal);
        Assert.Contains("patients.csv, line 2:", WebUtility.HtmlDecode(report), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatToPutRight_CausesStandBeforeWhatFollowsFromThem()
    {
        // One referral of no patient: its spell and ward stay follow, so that GEN006 touches the most rows.
        var report = Report(Sample.Clean().Set("submission", 2, "OrgIDProvider", "RYK").Set("referrals", 2, "LocalPatientID", "NOBODY").Set("beds", 2, "OpenBeds", "-1"));

        Assert.Equal(["SUB002", "BED001", "GEN006"], Cards().Matches(report).Select(match => match.Groups[1].Value).Take(3));
    }

    [Fact]
    public void Page_FetchesAndRunsNothing()
    {
        var report = Report(EveryKindOfFinding());

        Assert.DoesNotContain("<script", report, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(@"(?i)(src|href)\s*=\s*""(?!#)", report);
        Assert.DoesNotMatch(@"(?i)@import|url\(", report);
        Assert.DoesNotMatch(@"(?i)\son[a-z]+\s*=", report);
    }

    [Fact]
    public void Page_IsWellFormed()
    {
        var open = new Stack<string>();
        foreach (var tag in Tags().Matches(Report(EveryKindOfFinding())).Select(match => match.Groups[1].Value).Where(tag => !Void.Contains(tag)))
        {
            if (tag[0] != '/')
            {
                open.Push(tag);
            }
            else
            {
                Assert.Equal(open.Pop(), tag[1..]);
            }
        }

        Assert.Empty(open);
    }

    [Fact]
    public void Page_IsMadeForScreenReaders()
    {
        var report = Report(EveryKindOfFinding());

        Assert.Contains("<html lang=\"en-GB\">", report, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(report, "<main "));
        Assert.Single(Regex.Matches(report, "<h1[ >]"));
        Assert.Equal(Regex.Count(report, "<table "), Regex.Count(report, "<caption>"));
        Assert.DoesNotMatch("<th>", report);
        var ids = Regex.Matches(report, " id=\"([^\"]+)\"").Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(Regex.Matches(report, "(?:href=\"#|aria-labelledby=\")([^\"]+)\"").Select(match => match.Groups[1].Value), target => Assert.Contains(target, ids));
        var levels = Regex.Matches(report, "<h([1-6])").Select(match => match.Groups[1].Value[0] - '0').ToList();
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, "a heading level is skipped"));
    }

    static Sample EveryKindOfFinding() => Sample.Clean()
        .Set("submission", 2, "OrgIDProvider", "RYK").Set("patients", 2, "PersonBirthDate", "2030-01-01").Set("patients", 3, "Postcode", "")
        .Set("patients", 3, "GenderIDCode", "<b>").Set("referrals", 3, "ReferralRequestReceivedDate", "05/08/2025").Raw("ward.csv", "A\n");

    [GeneratedRegex("<article [^>]*aria-labelledby=\"fix-([A-Z0-9]+)\"")]
    private static partial Regex Cards();

    [GeneratedRegex(@"<(/?[A-Za-z!][A-Za-z0-9]*)(?:\s[^<>]*)?>")]
    private static partial Regex Tags();
}
