namespace Homeward.Columns.Csv;

/// <summary>One reading of one file: header, then batch after batch through the tokenizer into the columns.</summary>
sealed class CsvRun(Stream file, IReadOnlyList<CsvColumnSpec> specs, CsvLimits limits, TokenizerPath path, int batchBytes) : IDisposable
{
    // Row numbers, offsets and pools are 32-bit.
    const long LargestFile = 1L << 31;

    readonly ByteSource source = new(file, Math.Min(limits.FileBytes, LargestFile));
    readonly RowBatch batch = RowBatch.Rent(batchBytes + limits.RowBytes + 2, Math.Max(batchBytes / 4, limits.RowBytes + 256));
    readonly Segments<int> lines = new();
    readonly List<ColumnBuilder> builders = [];
    IReadOnlyList<string> unknown = [];

    public CsvTable Read(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        source.Fill(batch);
        var fault = FileStart.Recognise(batch.Bytes.AsSpan(0, batch.Length))
            ?? ReadHeader(out var from, out var line, out var columns)
            ?? ReadRows(from, new Tokenizer(columns, limits, line, path), columns, cancel);
        return new CsvTable(builders.ConvertAll(builder => builder.Build()), lines.Take(), unknown, fault);
    }

    public void Dispose() => batch.Return();

    CsvFault? ReadHeader(out int from, out int line, out int columns)
    {
        List<(int Start, int End)> fields = [];
        (from, line, columns) = (FileStart.MarkLength(batch.Bytes.AsSpan(0, batch.Length)), 1, 0);
        while (from < batch.Length)
        {
            var bytes = batch.Bytes.AsSpan(from, batch.Length - from);
            var opened = RowScan.Read(bytes, fields, out var next, out var breaks);
            var row = bytes[..fields[^1].End];
            if (row.Length > limits.RowBytes)
            {
                return RowLimits.Overlong(row, line, limits);
            }

            if (opened >= 0 || bytes[next - 1] != '\n')
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
        batch.Shape(columns);
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var next = tokenizer.Run(batch, from, final: source.Ended && !source.Overrun);
            var fault = CheckText(from, next) ?? tokenizer.Fault;
            batch.Lines.AsSpan(0, batch.Rows).CopyTo(lines.Next(batch.Rows));
            builders.ForEach(builder => builder.Append(batch));
            if (fault is not null)
            {
                return fault;
            }

            if (source.Ended && (next == batch.Length || next == from))
            {
                return source.Overrun ? Faults.TooLarge(tokenizer.Line, limits.FileBytes) : null;
            }

            Refill(batch, next);
            from = 0;
        }
    }

    /// <summary>Moves the bytes of the incomplete row to the front and reads on behind them.</summary>
    void Refill(RowBatch target, int rest)
    {
        batch.Bytes.AsSpan(rest, batch.Length - rest).CopyTo(target.Bytes);
        target.Length = batch.Length - rest;
        source.Fill(target);
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
