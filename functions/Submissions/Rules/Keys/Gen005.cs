using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Keys;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules.Keys;

/// <summary>Duplicate primary key: all copies, since nothing tells which is right.</summary>
sealed class Gen005 : IRule
{
    public string Id => "GEN005";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        if (sheet.Key is not { Given: true } key || KeyRows.AreUnique(key.Text))
        {
            return;
        }

        var (first, second) = Copies(key.Text.Codes, key.Text.Pool.Count);
        for (var row = 0; row < sheet.Rows; row++)
        {
            var code = key.Text.Codes[row];
            if (code >= 0 && second[code] >= 0)
            {
                found.At(row, key, $"{sheet.Lines[row == first[code] ? second[code] : first[code]]}");
            }
        }
    }

    /// <summary>Per key the first and the second row that has it; -1 where there is none.</summary>
    static (int[] First, int[] Second) Copies(int[] codes, int keys)
    {
        var first = new int[keys];
        var second = new int[keys];
        Array.Fill(first, -1);
        Array.Fill(second, -1);
        for (var row = 0; row < codes.Length; row++)
        {
            var code = codes[row];
            if (code < 0)
            {
                continue;
            }

            if (first[code] < 0)
            {
                first[code] = row;
            }
            else if (second[code] < 0)
            {
                second[code] = row;
            }
        }

        return (first, second);
    }
}
