namespace Homeward.Columns.Tests.Csv;

/// <summary>A stream like a network's or a zip entry's: it cannot seek and gives a few bytes at a time.</summary>
sealed class TrickleStream(byte[] bytes, int most) : MemoryStream(bytes)
{
    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, most));

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, most)]);
}
