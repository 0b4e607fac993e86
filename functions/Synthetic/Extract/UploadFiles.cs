using System.Globalization;
using System.Text;
using Homeward.Submissions;
using Homeward.Submissions.Specification;
using Homeward.Synthetic.Files;

namespace Homeward.Synthetic.Extract;

/// <summary>Turns a plan into the bytes of one upload.</summary>
static class UploadFiles
{
    public static SyntheticUpload Of(UploadPlan plan, ProviderRecords records)
    {
        var extract = new MonthlyExtract(records, plan.Period, plan.Sees);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var broken = new List<BrokenRow>();
        foreach (var table in extract.Tables.Where(table => plan.Fault != Fault.NoBeds || table != SpecificationTables.Beds))
        {
            var bytes = new MemoryStream();
            using (var csv = new CsvSink(bytes))
            {
                csv.Header(table.Fields.Select(field => field.Name));
                extract.Write(table, csv);
                foreach (var stray in plan.Strays.Where(stray => stray.Table == table))
                    Write(stray, csv, broken);
            }

            files[$"{table.Name}.csv"] = plan.Fault switch
            {
                Fault.UnreadableDates when table == SpecificationTables.WardStays => UnreadableDates(bytes.ToArray()),
                Fault.RaggedRow when table == SpecificationTables.WardStays => [.. bytes.ToArray(), .. "A999999,S999999,,,,,,,,,,\n"u8],
                _ => bytes.ToArray(),
            };
        }

        var about = plan.Fault == Fault.AnotherProvider ? "RZ1" : plan.Provider.Code;
        files["submission.csv"] = Manifest.Of(about, plan.Fault == Fault.AnotherMonth ? plan.Period - 1 : plan.Period, plan.Created, files.Keys);
        return new(
            new SubmissionIdentity(plan.Provider.Code, plan.Period, plan.Name),
            new DateTimeOffset(plan.Created, TimeSpan.Zero),
            files,
            plan.Fault != Fault.None,
            broken);
    }

    static void Write(StrayRow stray, CsvSink csv, List<BrokenRow> broken)
    {
        foreach (var value in stray.Values)
            csv.Text(value);
        csv.End();
        if (stray.Rule is not null)
            broken.Add(new(stray.Table.Name, csv.Lines, stray.Rule));
    }

    static byte[] UnreadableDates(byte[] bytes)
    {
        var start = SpecificationTables.WardStays.Fields.ToList().FindIndex(field => field.Name == "StartDateWardStay");
        var lines = Encoding.UTF8.GetString(bytes).Split('\n');
        for (var i = 1; i < lines.Length - 1; i += 2)
        {
            var fields = lines[i].Split(',');
            fields[start] = DateOnly.Parse(fields[start], CultureInfo.InvariantCulture).ToString("d MMM yyyy", CultureInfo.InvariantCulture);
            lines[i] = string.Join(',', fields);
        }

        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }
}
