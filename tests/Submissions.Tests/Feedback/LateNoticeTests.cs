using System.Text;
using Homeward.Submissions.Feedback;
using Homeward.Submissions.Tests.Samples;

namespace Homeward.Submissions.Tests.Feedback;

public class LateNoticeTests
{
    static readonly DateTimeOffset Finished = new(2025, 9, 2, 9, 6, 0, TimeSpan.Zero);

    [Fact]
    public void Add_ToAPack_SaysWhatACheckThatKnewWouldHaveSaid()
    {
        var broken = Sample.Clean().Set("restrictive", 2, "IncidentDate", "").Raw("wardstay.csv", "A\n1\n");
        var told = FeedbackPack.Write(broken.Check(Sample.Context() with { LateFiles = ["oaps.csv", "crfd.csv"] }), "reference", Finished);
        var pack = FeedbackPack.Write(broken.Check(Sample.Context()), "reference", Finished);

        var amended = LateNotice.Add(pack, ["crfd.csv", "oaps.csv"]);

        Assert.Equal(Text(told["summary.json"]), Text(amended["summary.json"]));
        Assert.Equal(Text(told["findings.csv"]).Split('\n').Order(StringComparer.Ordinal), Text(amended["findings.csv"]).Split('\n').Order(StringComparer.Ordinal));
        Assert.Contains("crfd.csv, oaps.csv arrived or changed after this submission had been judged, and were not read.", Text(amended["report.html"]), StringComparison.Ordinal);
        Assert.Contains("crfd.csv, oaps.csv arrived or changed", Text(told["report.html"]), StringComparison.Ordinal);
        Assert.Equal(["crfd.csv", "oaps.csv"], LateNotice.In(amended["summary.json"]));
        Assert.Empty(LateNotice.In(pack["summary.json"]));
    }

    [Fact]
    public void Add_Twice_IsAsOnce()
    {
        var pack = FeedbackPack.Write(Sample.Clean().Check(Sample.Context()), "reference", Finished);
        var once = LateNotice.Add(pack, ["beds.csv", "oaps.csv"]);
        var twice = LateNotice.Add(LateNotice.Add(pack, ["beds.csv"]), ["oaps.csv", "beds.csv"]);
        Assert.All(once, file => Assert.Equal(Text(file.Value), Text(twice[file.Key])));
    }

    static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
