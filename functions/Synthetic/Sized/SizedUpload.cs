using Homeward.Columns;
using Homeward.Synthetic.Extract;
using Homeward.Synthetic.Files;

namespace Homeward.Synthetic.Sized;

/// <summary>One provider's month of a sized region, as bytes.</summary>
static class SizedUpload
{
    /// <summary>Of every upload that is received as it should be.</summary>
    public const string Name = "monthly";

    public static IReadOnlyDictionary<string, byte[]> Clean(ProviderRecords records, Month month)
    {
        var extract = new MonthlyExtract(records, month);
        var files = extract.Tables.ToDictionary(table => $"{table.Name}.csv", table =>
        {
            var bytes = new MemoryStream();
            using (var csv = new CsvSink(bytes))
            {
                csv.Header(table.Fields.Select(field => field.Name));
                extract.Write(table, csv);
            }

            return bytes.ToArray();
        });
        files["submission.csv"] = Manifest(records, month, extract);
        return files;
    }

    public static byte[] Manifest(ProviderRecords records, Month month, MonthlyExtract extract) => Extract.Manifest.Of(
        records.Provider.Code,
        month,
        (month + 1).FirstDay.AddDays(9).ToDateTime(new TimeOnly(9, 0)),
        extract.Tables.Select(table => $"{table.Name}.csv"));
}
