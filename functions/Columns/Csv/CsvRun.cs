namespace Homeward.Columns.Csv;

/// <summary>One reading of one file: header, then batch after batch through the tokenizer into the columns.</summary>
sealed class CsvRun(Stream file, IReadOnlyList<CsvColumnSpec> specs, CsvLimits limits, CsvTuning tuning) : IDisposable
{
    // Row numbers, offsets and pools are 32-bit.
    const long LargestFile = 1L << 31;

    readonly ByteSource source = new(file, Math.Min(limits.FileBytes, LargestFile));
    readonly PackedIntegers lines = new();
    readonly List<ColumnBuilder> builders = [];
    IReadOnlyList<string> unknown = [];
    RowBatch batch = Rent(limits, tuning);
    Conveyor? conveyor;

    public CsvTable Read(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        source.Fill(batch);
        var fault = FileStart.Recognise(batch.Bytes.AsSpan(0, batch.Length))
            ?? ReadHeader(out var from, out var line, out var columns)
            ?? ReadRows(from, new Tokenizer(columns, limits, line, tuning.Path), columns, cancel);
        var starts = lines.Take();
        return new CsvTable(conveyor?.Finish() ?? [], starts, unknown, fault);
    }

    public void Dispose()
    {
        if (conveyor is null)
        {
            batch.Return();
        }
        else
        {
            conveyor.Dispose();
        }
    }

    static RowBatch Rent(CsvLimits limits, CsvTuning tuning) =>
        RowBatch.Rent(tuning.BatchBytes + limits.RowBytes + 2, Math.Max(tuning.BatchBytes / 4, limits.RowBytes + 256));

    CsvFault? ReadHeader(out int from, out int line, out int columns)
    {
        List<(int Start, int End)> fields = [];
        (from, line, columns) = (FileStart.MarkLength(batch.Bytes.AsSpan(0, batch.Length)), 1, 0);
        while (from < batch.Length)
        {
            var bytes = batch.Bytes.AsSpan(from, batch.Length - from);
            var opened = RowScan.Read(bytes, fields, out var next, out var breaks);
            var ended = opened < 0 && bytes[next - 1] == '\n';
            var row = ended ? bytes[..fields[^1].End] : bytes is [.. var rest, (byte)'\r'] ? rest : bytes;
            if (row.Length > limits.RowBytes)
            {
                return RowLimits.Overlong(row, line, limits);
            }

            if (!ended)
            {
                if (from > 0 && !source.Ended)
                {
                    Refill(batch, from);
                    from = 0;
                    continue;
                }

                if (source.Overrun)
                {
                    return Faults.TooLarge(line, limits.FileBytes);
                }
            }

            from += next;
            if (row.IndexOfAnyExcept((byte)' ') < 0)
            {
                line++;
                if (from == batch.Length && !source.Ended)
                {
                    Refill(batch, from);
                    from = 0;
                }

                continue;
            }

            return TakeHeader(row, ref line, breaks, fields.Count, out columns);
        }

        return Faults.Empty();
    }

    CsvFault? TakeHeader(ReadOnlySpan<byte> row, ref int line, int breaks, int fields, out int columns)
    {
        columns = fields;
        if (!TextCheck.Passes(row))
        {
            return NotText(row, TextCheck.FirstFault(row), line);
        }

        var header = HeaderRow.Read(row, line, specs, limits);
        if ((header.Fault ?? RowLimits.Fields(row, line, limits, wellFormed: true)) is { } fault)
        {
            return fault;
        }

        unknown = header.Unknown(specs);
        foreach (var spec in specs)
        {
            if (header.Find(spec) is >= 0 and var field)
            {
                builders.Add(ColumnBuilder.For(spec, field, limits.KeptFaults));
            }
        }

        line += 1 + breaks;
        return null;
    }

    CsvFault? ReadRows(int from, Tokenizer tokenizer, int columns, CancellationToken cancel)
    {
        conveyor = new Conveyor(builders, tuning.Threads, batch, () => Rent(limits, tuning));
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            batch.Shape(columns);
            var next = tokenizer.Run(batch, from, final: source.Ended && !source.Overrun);
            var fault = CheckText(from, next) ?? tokenizer.Fault;
            batch.RowsExpected = source.Length == 0 ? 0 : (int)Math.Min(limits.Rows, source.Length * ((double)batch.Rows / Math.Max(1, next - from)));
            batch.Lines.AsSpan(0, batch.Rows).CopyTo(lines.Next(batch.Rows));
            lines.Keep();
            conveyor.Publish(batch);
            if (fault is not null)
            {
                return fault;
            }

            if (source.Ended && (next == batch.Length || next == from))
            {
                return source.Overrun ? Faults.TooLarge(tokenizer.Line, limits.FileBytes) : null;
            }

            var filled = batch;
            batch = conveyor.Take();
            Refill(filled, next);
            from = 0;
        }
    }

    /// <summary>Starts the batch with the incomplete row that ends another (or this) one, and reads on behind it.</summary>
    /// <remarks>The columns may still be reading the other one, or be done with it: nobody writes to it but this thread.</remarks>
    void Refill(RowBatch filled, int rest)
    {
        filled.Bytes.AsSpan(rest, filled.Length - rest).CopyTo(batch.Bytes);
        batch.Length = filled.Length - rest;
        source.Fill(batch);
    }

    /// <summary>Checks the bytes of the batch's rows; drops the row that is not text and those after it.</summary>
    CsvFault? CheckText(int from, int next)
    {
        var bytes = batch.Bytes.AsSpan(from, next - from);
        if (TextCheck.Passes(bytes))
        {
            return null;
        }

        var at = from + TextCheck.FirstFault(bytes);
        var row = 0;
        while (batch.Ends[row * batch.Stride + batch.Stride - 1] <= at)
        {
            row++;
        }

        batch.Rows = row;
        var start = batch.Ends[row * batch.Stride] + 1;
        return NotText(batch.Bytes.AsSpan(start, next - start), at - start, batch.Lines[row]);
    }

    static CsvFault NotText(ReadOnlySpan<byte> row, int at, int line)
    {
        line += row[..at].Count((byte)'\n');
        return row[at] == 0 ? Faults.Nul(line) : Faults.NoUtf8(line);
    }
}
