namespace Homeward.Measures.National.Published;

/// <summary>A file of out of area placement figures as NHS Digital or NHS England published it.</summary>
/// <param name="Name">File name without folders: names the source of every figure, and for two old layouts the month.</param>
public sealed record PublishedFile(string Name, byte[] Bytes);

/// <summary>A published file cannot be read; the message says which, where, what was found, what was expected, and what to do.</summary>
public sealed class PublishedFileException(string message) : Exception(message);
