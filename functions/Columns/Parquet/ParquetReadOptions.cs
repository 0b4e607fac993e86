namespace Homeward.Columns.Parquet;

/// <summary>How columns are read; the defaults suit a caller that reads one file.</summary>
/// <param name="Alone">On the calling thread only: for callers that read many files at once.</param>
/// <param name="RepeatedTexts">A text column's pool may hold a text more than once: spares callers that look every text up themselves the search for equal ones.</param>
public sealed record ParquetReadOptions(bool Alone = false, bool RepeatedTexts = false);
