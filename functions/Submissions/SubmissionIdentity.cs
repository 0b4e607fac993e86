using System.Text.RegularExpressions;
using Homeward.Columns;

namespace Homeward.Submissions;

/// <summary>Who sent what for when: submission.md §1. Provider and upload match their patterns, so that they are safe in a path.</summary>
public sealed partial record SubmissionIdentity
{
    /// <exception cref="FormatException">A part does not match its pattern.</exception>
    public SubmissionIdentity(string provider, Month period, string upload)
    {
        Provider = ProviderPattern().IsMatch(provider)
            ? provider
            : throw new FormatException("The provider is not an ODS code: expected 3 to 9 capital letters or digits, such as RWR.");
        Upload = UploadPattern().IsMatch(upload) && !upload.Equals(Feedback.RegionCsv.Name, StringComparison.OrdinalIgnoreCase)
            ? upload
            : throw new FormatException("The upload name is not usable: expected 1 to 64 letters, digits, '.', '_' or '-', not starting with a sign, not ending with a dot; and not region.csv.");
        Period = period;
    }

    /// <summary>ODS code of the provider that the uploader was given; never taken from the file's content.</summary>
    public string Provider { get; }

    public Month Period { get; }

    public string Upload { get; }

    /// <summary><c>{provider}-{period}-{upload}</c>.</summary>
    public string Id => $"{Provider}-{Period}-{Upload}";

    public override string ToString() => Id;

    [GeneratedRegex(@"\A[A-Z0-9]{3,9}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ProviderPattern();

    [GeneratedRegex(@"\A[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex UploadPattern();
}
