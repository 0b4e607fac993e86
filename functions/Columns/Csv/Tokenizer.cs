using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Homeward.Columns.Csv;

/// <summary>How separators are found; every way gives the same rows.</summary>
enum TokenizerPath
{
    Widest,
    Scalar,
    Vector128,
    Vector256,
    Vector512,
}

/// <summary>Finds the rows and fields of a file, batch by batch, by jumping from separator to separator.</summary>
sealed class Tokenizer(int columns, CsvLimits limits, int line, TokenizerPath path)
{
    int[] ends = [];
    byte[] bytes = [];
    int[] lines = [];

    // Entry of Ends to write next, entry at which the current row starts, rows complete in this batch.
    int next;
    int rowEntry;
    int rows;

    // Line breaks within quotes of the current row; whether a quote is open, on which line it was opened, where the last one closed.
    int breaks;
    bool quoted;
    int opened;
    int closed;

    int rowsLeft = limits.Rows;

    /// <summary>The line on which the next row starts.</summary>
    public int Line { get; private set; } = line;

    /// <summary>Why no row follows; null while there may be more.</summary>
    public CsvFault? Fault { get; private set; }

    /// <summary>Finds the complete rows of <paramref name="batch"/>.</summary>
    /// <param name="from">Where the first row starts.</param>
    /// <param name="final">The file ends where the batch ends.</param>
    /// <returns>Where the first row starts that is not in the batch.</returns>
    public int Run(RowBatch batch, int from, bool final)
    {
        (bytes, ends, lines) = (batch.Bytes, batch.Ends, batch.Lines);
        (rows, rowEntry, next, breaks, quoted, closed) = (0, 0, 1, 0, false, -1);
        ends[0] = from - 1;
        var open = path switch
        {
            TokenizerPath.Scalar => Scan<ScalarMasks>(from, batch.Length),
            TokenizerPath.Vector128 => Scan<Masks128>(from, batch.Length),
            TokenizerPath.Vector256 => Scan<Masks256>(from, batch.Length),
            TokenizerPath.Vector512 => Scan<Masks512>(from, batch.Length),
            _ when Vector512.IsHardwareAccelerated => Scan<Masks512>(from, batch.Length),
            _ when Vector256.IsHardwareAccelerated => Scan<Masks256>(from, batch.Length),
            _ when Vector128.IsHardwareAccelerated => Scan<Masks128>(from, batch.Length),
            _ => Scan<ScalarMasks>(from, batch.Length),
        };
        if (open)
        {
            Finish(batch.Length, final);
        }

        batch.Rows = rows;
        rowsLeft -= rows;
        return ends[rowEntry] + 1;
    }

    /// <summary>False when the scan stopped before the end of the bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    bool Scan<TMasks>(int from, int length)
        where TMasks : struct, ISeparatorMasks
    {
        ref var data = ref MemoryMarshal.GetArrayDataReference(bytes);
        ref var entries = ref MemoryMarshal.GetArrayDataReference(ends);
        var room = ends.Length - 66;
        for (var block = from; block < length; block += 64)
        {
            if (next > room)
            {
                return ends[rowEntry] + 1 == from;
            }

            var separators = TMasks.Find(ref Unsafe.Add(ref data, block), out var quotes);
            if (length - block < 64)
            {
                var within = (1UL << (length - block)) - 1;
                separators &= within;
                quotes &= within;
            }

            if (quotes != 0 || quoted)
            {
                if (!Quoted(block, separators, quotes))
                {
                    return false;
                }

                continue;
            }

            var entry = next;
            while (separators != 0)
            {
                var at = block + BitOperations.TrailingZeroCount(separators);
                separators &= separators - 1;
                Unsafe.Add(ref entries, entry++) = at;
                if (Unsafe.Add(ref data, at) == '\n')
                {
                    next = entry;
                    if (!EndRow(at))
                    {
                        return false;
                    }

                    entry = next;
                }
            }

            next = entry;
        }

        return true;
    }

    /// <summary>A block in which quotes occur or one is open: separators and quotes one after the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    bool Quoted(int block, ulong separators, ulong quotes)
    {
        for (var special = separators | quotes; special != 0; special &= special - 1)
        {
            var at = block + BitOperations.TrailingZeroCount(special);
            var value = bytes[at];
            if (value == '"')
            {
                if (quoted)
                {
                    (quoted, closed) = (false, at);
                }
                else if (at == ends[next - 1] + 1)
                {
                    (quoted, opened) = (true, Line + breaks);
                }
                else if (at == closed + 1)
                {
                    quoted = true;
                }
            }
            else if (quoted)
            {
                breaks += value == '\n' ? 1 : 0;
            }
            else
            {
                ends[next++] = at;
                if (value == '\n' && !EndRow(at))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Takes the row that ends at <paramref name="at"/>; false when no row may follow in this batch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    bool EndRow(int at)
    {
        var end = at;
        if (at - 1 > ends[next - 2] && bytes[at - 1] == '\r')
        {
            ends[next - 1] = --end;
        }

        var start = ends[rowEntry] + 1;
        var found = next - rowEntry - 1;
        if ((found != columns || columns == 1) && found == 1 && end - start <= limits.RowBytes && bytes.AsSpan(start, end - start).IndexOfAnyExcept((byte)' ') < 0)
        {
            next = rowEntry + 1;
            ends[rowEntry] = at;
            Line++;
            return true;
        }

        if (end - start > limits.FieldBytes || end - start > limits.RowBytes || found != columns || rows == rowsLeft)
        {
            Fault = Check(start, end, found);
            if (Fault is not null)
            {
                return false;
            }
        }

        lines[rows++] = Line;
        Line += 1 + breaks;
        breaks = 0;
        rowEntry = next;
        ends[next++] = at;
        return true;
    }

    CsvFault? Check(int start, int end, int found)
    {
        var row = bytes.AsSpan(start, end - start);
        return row.Length > limits.RowBytes ? RowLimits.Overlong(row, Line, limits)
            : RowLimits.Fields(row, Line, limits, wellFormed: found == columns)
            ?? (found != columns ? Faults.Ragged(Line, breaks, found, columns)
            : rows == rowsLeft ? Faults.TooManyRows(Line, limits.Rows) : null);
    }

    void Finish(int length, bool final)
    {
        var start = ends[rowEntry] + 1;
        if (length - start > limits.RowBytes + 1L)
        {
            Fault = RowLimits.Overlong(bytes.AsSpan(start, length - start), Line, limits);
        }
        else if (final && quoted)
        {
            Fault = Faults.Unclosed(opened);
        }
        else if (final && length > start)
        {
            ends[next++] = length;
            if (EndRow(length))
            {
                // The end of the file stands for the line feed: nothing is left to read.
                ends[rowEntry] = length - 1;
            }
        }
    }
}
