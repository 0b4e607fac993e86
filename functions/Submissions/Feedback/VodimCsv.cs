using System.Globalization;
using Homeward.Submissions.Checking;

namespace Homeward.Submissions.Feedback;

/// <summary><c>vodim.csv</c>: how many values of each field are Valid, Other, Default, Invalid and Missing.</summary>
static class VodimCsv
{
    public static byte[] Write(CheckedSubmission submission)
    {
        var csv = new SafeCsv();
        csv.Row("table", "field", "valid", "other", "default", "invalid", "missing", "total");
        foreach (var table in submission.Tables.Where(table => table.Read > 0))
        {
            foreach (var field in table.Vodim)
            {
                csv.Row(
                    table.Spec.Name,
                    field.Field,
                    Number(field.Valid),
                    Number(field.Other),
                    Number(field.Default),
                    Number(field.Invalid),
                    Number(field.Missing),
                    Number(field.Total));
            }
        }

        return csv.ToBytes();
    }

    static string Number(long count) => count.ToString(CultureInfo.InvariantCulture);
}
