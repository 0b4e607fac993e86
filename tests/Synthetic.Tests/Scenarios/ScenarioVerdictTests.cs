using Homeward.Reference;
using Homeward.Submissions.Checking;
using Homeward.Synthetic.Tests.Naive;

namespace Homeward.Synthetic.Tests.Scenarios;

public class ScenarioVerdictTests
{
    public static TheoryData<string> Names => [.. ScenarioCatalogue.All.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Check_EveryUpload_FindsWhatWasBrokenOnPurposeAndNothingElse(string name)
    {
        var region = Regions.Of(name);
        var reference = ReferenceData.Load(region.Reference);

        foreach (var upload in region.Uploads.Where(upload => !upload.Rejected))
        {
            var judged = Judged.By(reference, upload);
            Assert.True(judged.Verdict is Verdict.Accepted or Verdict.Unchanged, $"{upload.Identity}: {Summary(judged)}");
            var expected = upload.Broken.Select(row => (row.Table, row.Line, row.Rule)).ToHashSet();
            var found = Judged.Roots(judged, expected).ToHashSet();
            Assert.True(expected.SetEquals(found), $"{upload.Identity}: {Summary(judged)}; missed {string.Join(' ', expected.Except(found))}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Check_UploadsMadeToBeRefused_AreRefused(string name)
    {
        var region = Regions.Of(name);
        var reference = ReferenceData.Load(region.Reference);

        Assert.All(
            region.Uploads.Where(upload => upload.Rejected),
            upload => Assert.Equal(Verdict.Rejected, Judged.By(reference, upload).Verdict));
    }

    static string Summary(CheckedSubmission judged) => string.Join(
        '\n', judged.Findings.Kept.Where(finding => finding.Severity != Severity.Warning).Take(8).Select(f => $"{f.Rule} {f.Table}:{f.Line} {f.Field} {f.Message}"));
}
