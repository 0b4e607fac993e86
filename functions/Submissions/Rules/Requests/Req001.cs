using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules.Requests;

/// <summary>OutcomeDateTime before ReceivedDateTime (requests), or AnswerDateTime before AskedDateTime (offers).</summary>
sealed class Req001(string first, string then) : IRule
{
    public string Id => "REQ001";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var (asked, answered) = (sheet[first], sheet[then]);
        for (var row = 0; row < sheet.Rows; row++)
        {
            if (answered.Timestamp[row] < asked.Timestamp[row])
            {
                found.At(row, answered, $"{first}");
            }
        }
    }
}
