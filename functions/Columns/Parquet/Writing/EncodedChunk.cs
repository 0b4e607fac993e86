using Homeward.Columns.Parquet.Format;

namespace Homeward.Columns.Parquet.Writing;

/// <summary>The finished pages of a column chunk and what the footer says about them.</summary>
/// <param name="DictionaryBytes">Length of the dictionary page at the start, header included; 0 where there is none.</param>
/// <param name="Bounded">Every page has bounds or only nulls, so that a column index can be written.</param>
sealed record EncodedChunk(
    byte[] Bytes,
    int Rows,
    long UncompressedSize,
    int DictionaryBytes,
    IReadOnlyList<PageEntry> Pages,
    ChunkStatistics Statistics,
    BoundaryOrder Order,
    bool Bounded);
