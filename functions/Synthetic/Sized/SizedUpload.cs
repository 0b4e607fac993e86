using Homeward.Columns;
using Homeward.Synthetic.Defects;
using Homeward.Synthetic.Extract;
using Homeward.Synthetic.Files;

namespace Homeward.Synthetic.Sized;

/// <summary>One provider's month of a sized region, as bytes.</summary>
static class SizedUpload
{
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

    public static (IReadOnlyDictionary<string, byte[]> Files, IReadOnlyList<InjectedDefect> Defects) Broken(
        SizedRequest request, SizedWorld world, int provider, ProviderRecords records, Month month)
    {
        var clean = Clean(records, month);
        var context = new DraftContext(
            records.Provider.Code, month, world.WardsOf[provider][0].Site.Postcode, world.Elsewhere.Provider.Code, world.Elsewhere.Code);
        var chance = new Random(SizedPlacements.HashCode(request.Seed, provider, 1000 + (month - request.First)));
        var (files, defects) = DefectInjector.Break(clean, context, request.Defects, chance);
        return (new Dictionary<string, byte[]>(files) { ["submission.csv"] = clean["submission.csv"] }, defects);
    }

    public static byte[] Manifest(ProviderRecords records, Month month, MonthlyExtract extract) => Extract.Manifest.Of(
        records.Provider.Code,
        month,
        (month + 1).FirstDay.AddDays(9).ToDateTime(new TimeOnly(9, 0)),
        extract.Tables.Select(table => $"{table.Name}.csv"));
}
