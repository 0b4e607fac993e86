using Homeward.Benchmarks.Data;
using Homeward.Columns.Parquet;
using Homeward.Reference;
using Homeward.Submissions.Checking;
using Homeward.Submissions.Curated;

namespace Homeward.Benchmarks.Jobs;

/// <summary>Our side of the ingest comparison: every rule over every table, curation of all of them, and the ward stays' Parquet file.</summary>
static class IngestJobs
{
    public static void Run(LargeSubmission submission, string parquet, ReferenceData reference)
    {
        var judged = SubmissionCheck.Run(LargeSubmission.Identity, submission.Files, new CheckContext(reference, LargeSubmission.Received));
        if (judged.Verdict != Verdict.Accepted || judged["ward_stays"].AcceptedRows != submission.Rows)
        {
            throw new InvalidOperationException(
                $"The benchmark's data was {judged.Verdict} with {judged["ward_stays"].AcceptedRows} rows: {string.Join(", ", judged.Findings.Counts)}");
        }

        var wardStays = Curation.Curate(judged, reference, PseudonymKeys.Demo).First(table => table.Name == "ward_stays");
        File.WriteAllBytes(parquet, ParquetWriter.Write(wardStays));
    }
}
