using System.Diagnostics.CodeAnalysis;

namespace Homeward.Columns.Parquet;

/// <summary>Says why a file is not Parquet that this reader can read: what was found, where, what was expected.</summary>
public sealed class ParquetException(string message, Exception? inner = null) : Exception(message, inner)
{
    [DoesNotReturn]
    internal static void Damaged(string where, string what) =>
        throw new ParquetException($"The Parquet file is damaged: {where}: {what}. Make the file again, or take an undamaged copy.");

    [DoesNotReturn]
    internal static void Unsupported(string where, string what) =>
        throw new ParquetException($"The Parquet file uses what this reader does not support: {where}: {what}.");

    internal static void Require([DoesNotReturnIf(false)] bool condition, string where, string what)
    {
        if (!condition)
        {
            Damaged(where, what);
        }
    }
}
