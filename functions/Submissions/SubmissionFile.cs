namespace Homeward.Submissions;

/// <summary>One file of a submission, opened when it is its turn and read once, in order.</summary>
/// <param name="Name">File name without folder, such as <c>ward_stays.csv</c>.</param>
/// <param name="Length">Bytes, where known.</param>
/// <param name="Open">A fresh stream over the bytes; need not seek.</param>
public sealed record SubmissionFile(string Name, long? Length, Func<Stream> Open);

/// <summary>Why the zip that a submission came in cannot be taken in: then there is no file to read.</summary>
/// <param name="File">The zip's name.</param>
/// <param name="Problem">What is wrong and what to do; safe to show.</param>
public sealed record PackageFault(string File, string Problem);
