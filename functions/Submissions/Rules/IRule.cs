using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules;

/// <summary>Judges the rows of a table, column by column.</summary>
interface IRule
{
    /// <summary>Its entry in the catalogue.</summary>
    string Id { get; }

    /// <summary>Reports every row at fault, in ascending order for a field.</summary>
    void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found);
}

/// <summary>Judges files and the submission as a whole.</summary>
interface ISubmissionRule
{
    /// <summary>Its entry in the catalogue.</summary>
    string Id { get; }

    void Judge(SubmissionSheets all, FileFindings found);
}
