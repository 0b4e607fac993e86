using System.Text;
using System.Text.Json;
using Homeward.Submissions.Checking;
using Homeward.Submissions.Feedback;
using Homeward.Submissions.Tests.Samples;

namespace Homeward.Submissions.Tests.Feedback;

public class FeedbackPackTests
{
    static readonly DateTimeOffset Finished = new(2025, 9, 2, 9, 6, 0, TimeSpan.Zero);

    [Fact]
    public void Write_CleanSubmission_SaysAcceptedInEveryFile()
    {
        var pack = Write(Sample.Clean());

        Assert.Equal(["findings.csv", "report.html", "summary.json", "vodim.csv"], pack.Keys);
        Assert.Equal("\uFEFFrule,severity,table,line,key,field,value,message\n", pack["findings.csv"]);
        Assert.Contains("Accepted: no row is left out", pack["report.html"], StringComparison.Ordinal);
        Assert.Contains("patients,NHSNumber,2,0,0,0,0,2\n", pack["vodim.csv"], StringComparison.Ordinal);
        using var summary = JsonDocument.Parse(pack["summary.json"]);
        Assert.Equal("accepted", summary.RootElement.GetProperty("status").GetString());
        Assert.Equal(0, summary.RootElement.GetProperty("rules").GetArrayLength());
    }

    [Fact]
    public void Write_SameSubmissionTwice_GivesTheSameBytes() =>
        Assert.Equal(Write(Broken()), Write(Broken()));

    [Fact]
    public void Write_RejectedRows_SaysWhatTheyHide()
    {
        var pack = Write(Broken());

        using var summary = JsonDocument.Parse(pack["summary.json"]);
        var hidden = summary.RootElement.GetProperty("hidden");
        Assert.Equal((1, 14, 0), (hidden.GetProperty("people").GetInt32(), hidden.GetProperty("nights").GetInt32(), hidden.GetProperty("active_placements").GetInt32()));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    public void Write_KeyThatIsAFormula_IsHarmlessInASpreadsheet(string key)
    {
        var pack = Write(Sample.Clean().Set("restrictive", 2, "IncidentID", key).Set("restrictive", 2, "IncidentDate", ""));

        Assert.Contains($",'{key},IncidentDate,", pack["findings.csv"], StringComparison.Ordinal);
    }

    [Fact]
    public void Write_KeyWithMarkup_IsText()
    {
        var pack = Write(Sample.Clean().Set("restrictive", 2, "IncidentID", "<script>alert(1)</script>").Set("restrictive", 2, "IncidentDate", ""));

        Assert.DoesNotContain("<script", pack["report.html"], StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(1)", pack["report.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Write_RowsOfLastMonth_ShowsWhatChanged()
    {
        var context = Sample.Context() with { RowsLastMonth = new Dictionary<string, int> { ["patients"] = 5 } };

        var pack = Write(Sample.Clean(), context);

        Assert.Contains("Changes since last month", pack["report.html"], StringComparison.Ordinal);
        Assert.Contains("\u22123", System.Net.WebUtility.HtmlDecode(pack["report.html"]), StringComparison.Ordinal);
    }

    /// <summary>A spell that starts after its end: it and the two ward stays under it are rejected.</summary>
    static Sample Broken() => Sample.Clean().Set("spells", 3, "StartDateHospProvSpell", "2025-08-21").RemoveRow("oaps", 2);

    static SortedDictionary<string, string> Write(Sample sample, CheckContext? context = null) =>
        new(FeedbackPack.Write(sample.Check(context), "ref-1", Finished).ToDictionary(file => file.Key, file => Encoding.UTF8.GetString(file.Value)));
}
