using System.IO.Compression;

namespace Homeward.Pipeline.Packages;

/// <summary>An entry's bytes, held to the length and checksum that the zip states for them.</summary>
sealed class ZipEntryStream(ZipArchive zip, ZipArchiveEntry entry) : Stream
{
    readonly Stream inner = Unpack(entry);
    uint crc;
    long length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => entry.Length;

    public override long Position
    {
        get => length;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = inner.Read(buffer);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw Damaged(e);
        }

        crc = Crc32.Append(crc, buffer[..read]);
        length += read;
        var wrong = length > entry.Length || (read == 0 && buffer.Length > 0 && (length != entry.Length || crc != entry.Crc32));
        return wrong ? throw Damaged() : read;
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
            inner.Dispose();
            zip.Dispose();
        }

        base.Dispose(disposing);
    }

    static Stream Unpack(ZipArchiveEntry entry)
    {
        try
        {
            return entry.Open();
        }
        catch (InvalidDataException e)
        {
            throw new PackageException($"{ZipPackage.Shown(entry.Name)} in the zip is damaged or packed by a method that cannot be read: zip the files again with the usual method (deflate).", e);
        }
    }

    PackageException Damaged(Exception? e = null) =>
        new($"{ZipPackage.Shown(entry.Name)} in the zip is damaged: its bytes do not match the zip's own length and checksum. Make the zip again.", e);
}
