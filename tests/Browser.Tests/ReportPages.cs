using Homeward.Reference;
using Homeward.Submissions;
using Homeward.Submissions.Checking;
using Homeward.Submissions.Feedback;
using Homeward.Synthetic;

namespace Homeward.Browser.Tests;

/// <summary>Reports of real judgements: one with nothing to put right, one with rows left out, one rejected. Visited once.</summary>
public sealed class ReportPages
{
    public ReportPages()
    {
        var region = ScenarioCatalogue.Find("east-of-england")!.Generate(1);
        var reference = ReferenceData.Load(region.Reference);
        var clean = region.Uploads.First(upload => !upload.Rejected && upload.Broken.Count == 0);
        var broken = region.Uploads.Last(upload => !upload.Rejected && upload.Broken.Count > 5);
        var rejected = region.Uploads.First(upload => upload.Rejected);
        Visits = Tests.Visits.Of([Page("clean", clean), Page("rows-left-out", broken), Page("rejected", rejected)]);

        string Page(string name, SyntheticUpload upload)
        {
            var files = upload.Files.Select(file => new SubmissionFile(file.Key, file.Value.Length, () => new MemoryStream(file.Value))).ToList();
            var judged = SubmissionCheck.Run(upload.Identity, files, new CheckContext(reference, upload.Created));
            var path = Path.Combine(Tests.Visits.Pictures, name + ".html");
            File.WriteAllBytes(path, FeedbackPack.Write(judged, "test", upload.Created)["report.html"]);
            return path;
        }
    }

    public IReadOnlyList<Visit> Visits { get; }
}
