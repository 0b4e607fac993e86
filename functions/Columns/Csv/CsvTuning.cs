namespace Homeward.Columns.Csv;

/// <summary>How a file is read; what comes out does not depend on it.</summary>
/// <param name="BatchBytes">Bytes tokenized at a time: with the indexes of their fields they should fit a core's own cache.</param>
sealed record CsvTuning(TokenizerPath Path = TokenizerPath.Widest, int BatchBytes = CsvTuning.CacheBytes, int Threads = 0)
{
    const int CacheBytes = 440 * 1024;

    /// <summary>Threads that work on one file, the caller's among them.</summary>
    public int Threads { get; } = Threads > 0 ? Threads : Environment.ProcessorCount;
}
