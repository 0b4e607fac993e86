namespace Homeward.Benchmarks.Running;

/// <summary>How much a job did, for its rates.</summary>
/// <param name="BytesOf">What the bytes are: <c>CSV</c>.</param>
sealed record Scale(long Rows, string BytesOf, Func<JobResult, long> Bytes)
{
    public double MegabytesPerSecond(JobResult result, Func<JobResult, double> seconds) => Bytes(result) / 1e6 / seconds(result);

    public double MillionRowsPerSecond(JobResult result, Func<JobResult, double> seconds) => Rows / 1e6 / seconds(result);
}
