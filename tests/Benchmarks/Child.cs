using System.Globalization;
using Homeward.Benchmarks.Data;
using Homeward.Benchmarks.Jobs;
using Homeward.Benchmarks.Running;

namespace Homeward.Benchmarks;

/// <summary>One of our jobs in a process of its own.</summary>
static class Child
{
    public static int Run(string[] args)
    {
        switch (args)
        {
            case ["ingest", var folder, var rows, var file]:
                var submission = LargeSubmission.Make(folder, int.Parse(rows, CultureInfo.InvariantCulture));
                var reference = LargeSubmission.Reference();
                JobResult.Measure(() => IngestJobs.Run(submission, file, reference), file);
                return 0;
            case ["kpi", var file]:
                JobResult.Measure(() => KpiJobs.Run(file));
                return 0;
            case ["parquet", var source, var made]:
                ParquetJobs.Measure(source, made);
                return 0;
            case ["national-ingest", var region, var lake]:
                JobResult.MeasureOnce(() => NationalJobs.Ingest(region, lake), lake);
                return 0;
            case ["national-compute", var region, var lake, var period]:
                JobResult.MeasureOnce(() => NationalJobs.Compute(region, lake, period), NationalJobs.Runs(lake));
                return 0;
            default:
                Console.Error.WriteLine($"Unknown job: {string.Join(' ', args)}");
                return 2;
        }
    }
}
