namespace Homeward.Columns.Csv;

/// <summary>The value of a field: what is left of its bytes without quotes, doubled quotes and outer spaces.</summary>
/// <remarks>
/// A quote opens a quoted field only as the field's very first byte; anywhere else in an unquoted field it is text. What follows a
/// closing quote is text too, less the spaces at its end. Only U+0020 is trimmed: a tab is a control character that somebody should see.
/// </remarks>
static class FieldText
{
    const byte Quote = (byte)'"';
    const byte Space = (byte)' ';

    /// <summary>The field's value; it lies in <paramref name="raw"/> or, where quotes were taken out of it, in <paramref name="scratch"/>.</summary>
    public static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> raw, ref byte[] scratch)
    {
        if (raw.IsEmpty || raw[0] != Quote)
        {
            return raw.Trim(Space);
        }

        var body = raw[1..];
        var quote = body.IndexOf(Quote);
        if (quote == body.Length - 1 && quote >= 0)
        {
            return body[..quote];
        }

        if (scratch.Length < body.Length)
        {
            scratch = new byte[Math.Max(256, body.Length * 2)];
        }

        return Unquote(body, scratch);
    }

    static ReadOnlySpan<byte> Unquote(ReadOnlySpan<byte> body, Span<byte> target)
    {
        var length = 0;
        while (true)
        {
            var quote = body.IndexOf(Quote);
            var inside = quote < 0 ? body : body[..quote];
            inside.CopyTo(target[length..]);
            length += inside.Length;
            if (quote < 0)
            {
                return target[..length];
            }

            body = body[(quote + 1)..];
            if (body.IsEmpty || body[0] != Quote)
            {
                break;
            }

            target[length++] = Quote;
            body = body[1..];
        }

        var tail = body.TrimEnd(Space);
        tail.CopyTo(target[length..]);
        return target[..(length + tail.Length)];
    }
}
