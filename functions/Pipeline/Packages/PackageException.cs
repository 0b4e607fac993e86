namespace Homeward.Pipeline.Packages;

/// <summary>A zip cannot be taken in: says what was found, what was expected and what to do. No value of its files in it.</summary>
public sealed class PackageException(string message, Exception? inner = null) : IOException(message, inner);
