using System.Globalization;
using Homeward.Submissions.Checking;

namespace Homeward.Submissions.Feedback.Report;

/// <summary>The answer in one glance, and what the rejected rows hide.</summary>
static class VerdictSection
{
    public static string Short(CheckedSubmission submission) => submission.Verdict switch
    {
        Verdict.Rejected => "Rejected",
        Verdict.Unchanged => "Unchanged",
        _ => "Accepted",
    };

    public static void Write(Html html, CheckedSubmission submission)
    {
        var rejected = submission.Tables.Sum(table => (long)table.Rejected);
        var read = submission.Tables.Sum(table => (long)table.Read);
        html.Add($"<div class=\"nhsuk-panel report-panel--{Words.Of(submission.Verdict)}\">\n<h1 class=\"nhsuk-panel__title\">{Title(submission, rejected)}</h1>\n")
            .Add($"<p>{Meaning(submission, read, rejected)}</p>\n");
        if (Hidden(submission.Hidden, rejected) is { } hidden)
        {
            html.Add($"<p><strong>{hidden}</strong></p>\n");
        }

        html.Raw("</div>\n");
    }

    static string Title(CheckedSubmission submission, long rejected) => submission.Verdict switch
    {
        Verdict.Rejected => "Rejected: nothing of this submission is used",
        Verdict.Unchanged => "Unchanged: nothing had to be done",
        Verdict.Accepted when submission.NewerUpload is not null => "Accepted, but a newer upload stands",
        _ when rejected > 0 => $"Accepted, with {Count(rejected, "row")} left out",
        _ => "Accepted: no row is left out",
    };

    static string Meaning(CheckedSubmission submission, long read, long rejected) => submission.Verdict switch
    {
        Verdict.Rejected => "Your current submission for the month, if there is one, stays in place. Put right what is listed below and send all files again under a new upload name.",
        Verdict.Accepted when submission.NewerUpload is { } newer => $"Your upload {newer} for the month was received after this one and is the one that counts: no row of this one is in the region's figures. If this one is right, send its files again under a new upload name.",
        Verdict.Unchanged => "These files are the same as your current submission for the month. The figures stay as they are.",
        _ when rejected > 0 => $"{Count(read - rejected, "row")} of {read.ToString("#,0", CultureInfo.InvariantCulture)} count in the region's figures, as long as this is your newest submission for the month. To bring the others back, put right what is listed below and send all files again under a new upload name.",
        _ => $"{Count(read, "row")} read; all of them count in the region's figures, as long as this is your newest submission for the month.",
    };

    /// <summary>Null where no row is rejected.</summary>
    static string? Hidden(Hidden hidden, long rejected)
    {
        if (rejected == 0)
        {
            return null;
        }

        var these = rejected == 1 ? "This 1 row hides" : $"These {Count(rejected, "row")} hide";
        List<string> parts = [];
        if (hidden.ActivePlacements > 0)
        {
            parts.Add(Count(hidden.ActivePlacements, "active placement"));
        }

        if (hidden.Nights > 0)
        {
            parts.Add(Count(hidden.Nights, "night"));
        }

        if (hidden.People > 0)
        {
            parts.Add(hidden.People == 1 ? "1 person" : $"{hidden.People.ToString("#,0", CultureInfo.InvariantCulture)} people");
        }

        return parts.Count switch
        {
            0 => $"{these} no people, nights or active placements, as far as {(rejected == 1 ? "its key and dates" : "their keys and dates")} can be read.",
            1 => $"{these} {parts[0]}.",
            _ => $"{these} {string.Join(", ", parts[..^1])} and {parts[^1]}.",
        };
    }

    public static string Count(long number, string noun) =>
        $"{number.ToString("#,0", CultureInfo.InvariantCulture)} {noun}{(number == 1 ? "" : "s")}";
}
