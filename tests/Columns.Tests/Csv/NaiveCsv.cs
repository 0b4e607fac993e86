using System.Text;
using Homeward.Columns.Csv;

namespace Homeward.Columns.Tests.Csv;

/// <summary>The dialect of submission.md §2, one byte after the other and without any cleverness: the opinion that the reader is held to.</summary>
/// <remarks>Limits are not its business.</remarks>
sealed class NaiveCsv
{
    public List<(int Line, string[] Values)> Rows { get; } = [];

    public (CsvFaultKind Kind, int Line)? Fault { get; private set; }

    public static NaiveCsv Read(byte[] file)
    {
        var result = new NaiveCsv();
        var at = file is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        var line = 1;
        while (at < file.Length && result.Fault is null)
        {
            result.ReadRow(file, ref at, ref line);
        }

        if (result.Rows.Count == 0 && result.Fault is null)
        {
            result.Fault = (CsvFaultKind.Empty, 1);
        }

        return result;
    }

    void ReadRow(byte[] file, ref int at, ref int line)
    {
        var (start, firstLine, opened) = (at, line, 0);
        List<byte> value = [];
        List<string> values = [];
        var (atStart, inQuotes, wasQuoted, quotedLength) = (true, false, false, 0);
        while (true)
        {
            var end = at == file.Length;
            var current = end ? (byte)'\n' : file[at];
            if (inQuotes)
            {
                if (end)
                {
                    Fault = (CsvFaultKind.UnclosedQuote, opened);
                    return;
                }

                at++;
                line += current == '\n' ? 1 : 0;
                if (current != '"')
                {
                    value.Add(current);
                }
                else if (at < file.Length && file[at] == '"')
                {
                    value.Add(current);
                    at++;
                }
                else
                {
                    (inQuotes, quotedLength) = (false, value.Count);
                }

                continue;
            }

            at = end ? at : at + 1;
            if (current == '"' && atStart)
            {
                (inQuotes, wasQuoted, atStart, opened) = (true, true, false, line);
                continue;
            }

            if (current is not ((byte)',' or (byte)'\n'))
            {
                value.Add(current);
                atStart = false;
                continue;
            }

            var outside = value.Skip(wasQuoted ? quotedLength : 0).ToList();
            if (current == '\n' && outside is [.., (byte)'\r'])
            {
                outside.RemoveAt(outside.Count - 1);
            }

            var trimmed = Encoding.Latin1.GetString([.. outside]);
            trimmed = wasQuoted ? trimmed.TrimEnd(' ') : trimmed.Trim(' ');
            values.Add(Encoding.Latin1.GetString([.. value.Take(wasQuoted ? quotedLength : 0)]) + trimmed);
            value.Clear();
            var blank = current == '\n' && values.Count == 1 && values[0].Length == 0 && !wasQuoted;
            (atStart, wasQuoted, quotedLength) = (true, false, 0);
            if (current == '\n')
            {
                EndRow(file.AsSpan(start, at - start), firstLine, values, blank);
                line++;
                return;
            }
        }
    }

    void EndRow(ReadOnlySpan<byte> bytes, int line, List<string> values, bool blank)
    {
        if (blank)
        {
            return;
        }

        if (Rows.Count > 0 && values.Count != Rows[0].Values.Length)
        {
            Fault = (CsvFaultKind.RaggedRow, line);
            return;
        }

        for (var i = 0; i < bytes.Length;)
        {
            if (bytes[i] == 0 || Rune.DecodeFromUtf8(bytes[i..], out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                Fault = (CsvFaultKind.NotUtf8, line + bytes[..i].Count((byte)'\n'));
                return;
            }

            i += length;
        }

        Rows.Add((line, [.. values.Select(value => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(value)))]));
    }
}
