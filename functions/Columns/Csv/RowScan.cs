namespace Homeward.Columns.Csv;

/// <summary>Splits one row byte by byte: for the header and for saying what is wrong with a row; the dialect in its plainest form.</summary>
static class RowScan
{
    /// <summary>Reads the row that starts the bytes; the end of the bytes ends it too.</summary>
    /// <param name="fields">Receives where each field lies, LF or CRLF left out.</param>
    /// <param name="next">Where the next row starts.</param>
    /// <param name="breaks">Line breaks within quotes.</param>
    /// <returns>How many line breaks come before the quote that is still open at the end of the bytes; -1 when none is.</returns>
    public static int Read(ReadOnlySpan<byte> bytes, List<(int Start, int End)> fields, out int next, out int breaks)
    {
        fields.Clear();
        breaks = 0;
        var (start, opened, quoted) = (0, 0, false);
        for (var i = 0; i < bytes.Length; i++)
        {
            var value = bytes[i];
            if (quoted)
            {
                if (value == '\n')
                {
                    breaks++;
                }
                else if (value == '"')
                {
                    var escape = i + 1 < bytes.Length && bytes[i + 1] == '"';
                    quoted = escape;
                    i += escape ? 1 : 0;
                }
            }
            else if (value == '"' && i == start)
            {
                (quoted, opened) = (true, breaks);
            }
            else if (value == ',')
            {
                fields.Add((start, i));
                start = i + 1;
            }
            else if (value == '\n')
            {
                fields.Add((start, i > start && bytes[i - 1] == '\r' ? i - 1 : i));
                next = i + 1;
                return -1;
            }
        }

        next = bytes.Length;
        fields.Add((start, next));
        return quoted ? opened : -1;
    }
}
