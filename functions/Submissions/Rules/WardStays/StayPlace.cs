using Homeward.Columns;
using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Keys;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules.WardStays;

/// <summary>WardCode not in beds.</summary>
sealed class Wst006 : IRule
{
    public string Id => "WST006";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var beds = all["beds"];
        var ward = sheet["WardCode"];
        if (!beds.Whole || !beds.Key!.Given)
        {
            return;
        }

        var known = PoolMap.Of(ward.Text.Pool, beds.Key.Text.Pool);
        for (var row = 0; known.Contains(-1) && row < sheet.Rows; row++)
        {
            if (ward.Text.Codes[row] is >= 0 and var code && known[code] < 0)
            {
                found.At(row, ward);
            }
        }
    }
}

/// <summary>Under 18 on an adult bed, or 18 and over on a CYP bed, at the stay's start.</summary>
sealed class Wst007 : IRule
{
    const int Adult = 18;

    public string Id => "WST007";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var start = sheet["StartDateWardStay"];
        var beds = sheet["MHAdmittedPatientClass"];
        var forAdults = Array.ConvertAll(Enumerable.Range(0, beds.Text.Pool.Count).ToArray(), code => ForAdults(all.Reference.Codes.BedClass(beds.Text.Pool.Text(code))));
        var grownUp = GrownUp(sheet.Parent!);
        for (var row = 0; row < sheet.Rows; row++)
        {
            if (sheet.ParentRows[row] is not (>= 0 and var spell) || grownUp[spell] == int.MinValue || beds.Text.Codes[row] is not (>= 0 and var bed)
                || forAdults[bed] is not { } adults || !start.TryDay(row, out var day) || adults == day >= grownUp[spell])
            {
                continue;
            }

            found.At(row, beds, $"{new Plain(adults ? "a person under 18 on a bed for adults" : "a person of 18 or over on a bed for children and young people")}");
        }
    }

    /// <summary>domain.md §2.2: 200s are adults', 300s children's and young people's.</summary>
    static bool? ForAdults(string? bedClass) => bedClass is [var group, ..] ? group switch
    {
        '2' => true,
        '3' => false,
        _ => null,
    } : null;

    /// <summary>Per spell the day on which its person turns 18; the least integer where that is not known.</summary>
    static int[] GrownUp(Sheet spells)
    {
        var referrals = spells.Parent!;
        var born = referrals.Parent!["PersonBirthDate"];
        var days = new int[spells.Rows];
        for (var row = 0; row < days.Length; row++)
        {
            days[row] = spells.ParentRows[row] is >= 0 and var referral && referrals.ParentRows[referral] is >= 0 and var patient
                && born.TryDay(patient, out var day) ? Birthday(day) : int.MinValue;
        }

        return days;
    }

    /// <summary>Who is born on 29 February comes of age on 1 March of a common year.</summary>
    static int Birthday(int born)
    {
        var date = DateColumn.Date(born);
        return date.Year + Adult > DateOnly.MaxValue.Year ? int.MaxValue
            : DateColumn.Days(new DateOnly(date.Year + Adult, date.Month, 1)) + date.Day - 1;
    }
}

/// <summary>LeaveDays more than the stay's nights in the period.</summary>
sealed class Wst008 : IRule
{
    public string Id => "WST008";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var leave = sheet["LeaveDays"];
        var start = sheet["StartDateWardStay"];
        var end = sheet["EndDateWardStay"];
        for (var row = 0; leave.Values.NullCount < sheet.Rows && row < sheet.Rows; row++)
        {
            if (leave.Integer.IsNull(row) || sheet.Rejected[row])
            {
                continue;
            }

            var nights = all.Nights(start, end, row);
            if (leave.Integer.Values[row] > nights)
            {
                found.At(row, leave, $"{nights}");
            }
        }
    }
}
