namespace Homeward.Submissions;

/// <summary>One file of a submission, opened when it is its turn and read once, in order.</summary>
/// <param name="Name">File name without folder, such as <c>ward_stays.csv</c>.</param>
/// <param name="Length">Bytes, where known.</param>
/// <param name="Open">A fresh stream over the bytes; need not seek.</param>
public sealed record SubmissionFile(string Name, long? Length, Func<Stream> Open);
