using Homeward.Columns;
using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Keys;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules.Patients;

/// <summary>NHS number fails the 10-digit mod-11 test or is on the disallowed list.</summary>
sealed class Pat001 : IRule
{
    public string Id => "PAT001";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var number = sheet["NHSNumber"];
        for (var row = 0; number.Classes is not null && row < sheet.Rows; row++)
        {
            if (number.ClassAt(row) == ValueClass.Malformed)
            {
                found.At(row, number);
            }
        }
    }
}

/// <summary>NHS number blank and NHSNumberStatus not 07, or 07 with a number.</summary>
sealed class Pat002 : IRule
{
    public string Id => "PAT002";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var number = sheet["NHSNumber"].Text;
        var status = sheet["NHSNumberStatus"];
        for (var row = 0; row < sheet.Rows; row++)
        {
            var absent = status.Text.Utf8(row).SequenceEqual("07"u8);
            if (number.IsNull(row) && !absent)
            {
                found.At(row, status, $"NHSNumber is blank, so NHSNumberStatus should be 07, or the number is missing");
            }
            else if (absent && !number.IsNull(row))
            {
                found.At(row, status, $"NHSNumberStatus says that there is no number, but one is given");
            }
        }
    }
}

/// <summary>One NHS number on two LocalPatientIDs. Numbers that are none (PAT001) tie nobody together.</summary>
sealed class Pat005 : IRule
{
    public string Id => "PAT005";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var number = sheet["NHSNumber"];
        if (KeyRows.AreUnique(number.Text))
        {
            return;
        }

        var (numbers, keys) = (number.Text.Codes, sheet.Key!.Text.Codes);
        var first = new int[number.Text.Pool.Count];
        var other = new int[first.Length];
        Array.Fill(first, -1);
        Array.Fill(other, -1);
        for (var row = 0; row < sheet.Rows; row++)
        {
            if (!Ties(number, sheet.Key, row))
            {
                continue;
            }

            var code = numbers[row];
            if (first[code] < 0)
            {
                first[code] = row;
            }
            else if (other[code] < 0 && keys[row] != keys[first[code]])
            {
                other[code] = row;
            }
        }

        for (var row = 0; row < sheet.Rows; row++)
        {
            if (Ties(number, sheet.Key, row) && other[numbers[row]] is >= 0 and var second)
            {
                found.At(row, number, $"{sheet.Lines[keys[row] == keys[second] ? first[numbers[row]] : second]}");
            }
        }
    }

    static bool Ties(SheetColumn number, SheetColumn key, int row) =>
        !number.Values.IsNull(row) && !key.Values.IsNull(row) && number.ClassAt(row) == ValueClass.Valid;
}

/// <summary>LocalPatientID equals the row's NHSNumber.</summary>
sealed class Pat006 : IRule
{
    public string Id => "PAT006";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var key = sheet.Key!;
        var number = sheet["NHSNumber"].Text;
        for (var row = 0; row < sheet.Rows; row++)
        {
            if (!number.IsNull(row) && AreEqual(key.Text, number, row))
            {
                found.At(row, key);
            }
        }
    }

    /// <summary>How many rows are at fault (SUB012).</summary>
    public static int Count(Sheet patients)
    {
        var number = patients["NHSNumber"].Text;
        return Enumerable.Range(0, patients.Rows).Count(row => !number.IsNull(row) && AreEqual(patients.Key!.Text, number, row));
    }

    /// <summary>Spaces ignored.</summary>
    static bool AreEqual(TextColumn key, TextColumn number, int row)
    {
        var left = key.Utf8(row);
        var right = number.Utf8(row);
        return left.SequenceEqual(right)
            || (left.Length >= 10 && right.Length >= 10 && (left.Contains((byte)' ') || right.Contains((byte)' '))
                && key[row]!.Replace(" ", "", StringComparison.Ordinal) == number[row]!.Replace(" ", "", StringComparison.Ordinal));
    }
}
