using System.Buffers;

namespace Homeward.Columns.Csv;

/// <summary>A stretch of the file's bytes that starts at a row, and where the fields of its complete rows lie.</summary>
/// <remarks>
/// Row r has <see cref="Stride"/> entries in <see cref="Ends"/> from r × Stride: the position before the row's first byte, then the
/// position after each field's last byte. Field c lies between entry c (exclusive) and entry c + 1 (exclusive).
/// </remarks>
sealed class RowBatch
{
    /// <summary>Bytes that may be read beyond <see cref="Length"/> without leaving the buffer.</summary>
    public const int Slack = 64;

    public byte[] Bytes = [];

    public int[] Ends = [];

    public int[] Lines = [];

    /// <summary>How many bytes of the file are in <see cref="Bytes"/>.</summary>
    public int Length;

    public int Stride;

    public int Rows;

    /// <summary>How many rows the file may have in all; 0 where that cannot be told.</summary>
    public int RowsExpected;

    public static RowBatch Rent(int bytes, int entries) => new()
    {
        Bytes = ArrayPool<byte>.Shared.Rent(bytes + Slack),
        Ends = ArrayPool<int>.Shared.Rent(entries),
    };

    /// <summary>How many bytes of the file the buffer takes.</summary>
    public int Capacity => Bytes.Length - Slack;

    public void Return()
    {
        ArrayPool<byte>.Shared.Return(Bytes);
        ArrayPool<int>.Shared.Return(Ends);
        ArrayPool<int>.Shared.Return(Lines);
        (Bytes, Ends, Lines) = ([], [], []);
    }

    /// <summary>Makes room for the lines of as many rows of <paramref name="columns"/> fields as <see cref="Ends"/> can take.</summary>
    public void Shape(int columns)
    {
        Stride = columns + 1;
        var rows = Ends.Length / Stride + 1;
        if (Lines.Length < rows)
        {
            ArrayPool<int>.Shared.Return(Lines);
            Lines = ArrayPool<int>.Shared.Rent(rows);
        }
    }
}
