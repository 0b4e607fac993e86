namespace Homeward.Cli;

/// <summary>What the user gave cannot be worked with: says what was found and what to do.</summary>
sealed class InputException(string message) : Exception(message);
