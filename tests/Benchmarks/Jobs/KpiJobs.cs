using Homeward.Benchmarks.Data;
using Homeward.Columns.Parquet;
using Homeward.Measures.Time;

namespace Homeward.Benchmarks.Jobs;

/// <summary>Our side of the kpi comparison: two columns of the file, and the measures' kernel over them.</summary>
static class KpiJobs
{
    public static IReadOnlyList<long> Run(string file)
    {
        var stays = ParquetReader.Open(File.ReadAllBytes(file)).Read(["start_date_ward_stay", "end_date_ward_stay"]);
        var months = MonthlyActivity.Of(
            stays.Date("start_date_ward_stay"), stays.Date("end_date_ward_stay"), StaysOverTime.First, StaysOverTime.First + (StaysOverTime.Months - 1));
        return [.. months.SelectMany(month => (long[])[month.Nights, month.Active, month.Started])];
    }
}
