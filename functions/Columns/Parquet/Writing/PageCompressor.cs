using Homeward.Columns.Parquet.Format;
using Snappier;

namespace Homeward.Columns.Parquet.Writing;

static class PageCompressor
{
    /// <summary>The page's bytes as stored. The codec is the chunk's: a page that does not shrink is stored compressed all the same.</summary>
    /// <remarks>The result lies behind the page in its own buffer, and is valid until that is written to.</remarks>
    public static ReadOnlySpan<byte> Compress(Codec codec, ByteBuffer page)
    {
        if (codec == Codec.Uncompressed)
        {
            return page.Written;
        }

        var length = page.Length;
        var target = page.Free(Snappy.GetMaxCompressedLength(length));
        return target[..Snappy.Compress(page.Written, target)];
    }
}
