using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules.Submission;

/// <summary>OrgIDProvider is not the provider that the upload belongs to.</summary>
sealed class Sub002 : ISubmissionRule
{
    public string Id => "SUB002";

    public void Judge(SubmissionSheets all, FileFindings found)
    {
        if (Manifest.Of(all) is not { } manifest)
        {
            return;
        }

        var provider = manifest["OrgIDProvider"];
        if (provider.Text[0] is { } given && !given.Equals(all.Identity.Provider, StringComparison.OrdinalIgnoreCase))
        {
            found.Add(manifest.Name, $"{all.Identity.Provider}", manifest.Lines[0], provider.Field.Name, ShownValue.Of(provider, 0));
        }
    }
}
