using System.Security.Cryptography;

namespace Homeward.Submissions.Checking.Reading;

/// <summary>Hashes and counts bytes while they are read, so that a file is gone through once.</summary>
sealed class HashingStream(Stream inner, Action<int> advanced) : Stream
{
    readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    long bytes;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        hash.AppendData(buffer[..read]);
        bytes += read;
        advanced(read);
        return read;
    }

    /// <summary>Reads what a reader left unread, and returns the length and SHA-256 of the whole.</summary>
    public JudgedContent Finish(CancellationToken cancel)
    {
        var rest = new byte[64 * 1024];
        while (Read(rest.AsSpan()) > 0)
        {
            cancel.ThrowIfCancellationRequested();
        }

        return new(bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            hash.Dispose();
        }

        base.Dispose(disposing);
    }
}
