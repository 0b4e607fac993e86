using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Keys;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules.Beds;

/// <summary>Negative number.</summary>
sealed class Bed001 : IRule
{
    static readonly string[] Numbers = ["CommissionedBeds", "AvailBedDays", "ClosedBedDays", "OpenBeds"];

    public string Id => "BED001";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        foreach (var name in Numbers)
        {
            var number = sheet[name];
            for (var row = 0; row < sheet.Rows; row++)
            {
                if (number.Integer[row] < 0)
                {
                    found.At(row, number);
                }
            }
        }
    }
}

/// <summary>AvailBedDays + ClosedBedDays more than CommissionedBeds × days of the month.</summary>
sealed class Bed002 : IRule
{
    public string Id => "BED002";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var commissioned = sheet["CommissionedBeds"].Integer;
        var available = sheet["AvailBedDays"];
        var closed = sheet["ClosedBedDays"].Integer;
        for (var row = 0; row < sheet.Rows; row++)
        {
            var days = (long?)available.Integer[row] + closed[row];
            if (days > (long?)commissioned[row] * all.Period.Days)
            {
                found.At(row, available, $"{days.Value} bed days, but {commissioned[row]!.Value} commissioned beds have {(long)commissioned[row]!.Value * all.Period.Days}");
            }
        }
    }
}

/// <summary>Occupied bed days more than AvailBedDays.</summary>
sealed class Bed003 : IRule
{
    public string Id => "BED003";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var available = sheet["AvailBedDays"];
        var occupied = Occupied(sheet, all);
        for (var row = 0; row < sheet.Rows; row++)
        {
            if (occupied[row] > available.Integer[row])
            {
                found.At(row, available, $"{occupied[row]}");
            }
        }
    }

    /// <summary>Per ward, the nights in the period of its ward stays that stand.</summary>
    static long[] Occupied(Sheet beds, SubmissionSheets all)
    {
        var stays = all["ward_stays"];
        var ward = stays["WardCode"];
        var start = stays["StartDateWardStay"];
        var end = stays["EndDateWardStay"];
        var map = PoolMap.Of(ward.Text.Pool, beds.Key!.Text.Pool);
        var nights = new long[beds.Key.Text.Pool.Count];
        for (var row = 0; row < stays.Rows; row++)
        {
            if (!stays.Rejected[row] && ward.Text.Codes[row] is >= 0 and var code && map[code] >= 0)
            {
                nights[map[code]] += all.Nights(start, end, row);
            }
        }

        return Array.ConvertAll(beds.Key.Text.Codes, code => code < 0 ? 0 : nights[code]);
    }
}
