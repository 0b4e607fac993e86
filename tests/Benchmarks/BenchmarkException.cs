namespace Homeward.Benchmarks;

/// <summary>A comparison that cannot go on, or whose sides disagree: said in one sentence.</summary>
/// <param name="exitCode">1 when a run went wrong, 2 when something that it needs is not there.</param>
sealed class BenchmarkException(string message, int exitCode = 1) : Exception(message)
{
    public int ExitCode => exitCode;
}
