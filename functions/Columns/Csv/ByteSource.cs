namespace Homeward.Columns.Csv;

/// <summary>The file's bytes, read once and in order, never more than the limit.</summary>
sealed class ByteSource(Stream file, long limit)
{
    long left = limit;

    /// <summary>How many bytes the file has; 0 where the stream does not say.</summary>
    public long Length { get; } = file.CanSeek ? file.Length - file.Position : 0;

    /// <summary>No byte is left to read.</summary>
    public bool Ended { get; private set; }

    /// <summary>The file goes on beyond the limit.</summary>
    public bool Overrun { get; private set; }

    /// <summary>Fills the batch behind its first <see cref="RowBatch.Length"/> bytes.</summary>
    public void Fill(RowBatch batch)
    {
        while (!Ended && batch.Length < batch.Capacity)
        {
            if (left == 0)
            {
                Span<byte> one = stackalloc byte[1];
                Overrun = file.Read(one) > 0;
                Ended = true;
                return;
            }

            var read = file.Read(batch.Bytes, batch.Length, (int)Math.Min(left, batch.Capacity - batch.Length));
            batch.Length += read;
            left -= read;
            Ended = read == 0;
        }
    }
}
