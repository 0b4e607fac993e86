using System.Buffers;
using System.Globalization;
using System.Text;

namespace Homeward.Synthetic.Files;

/// <summary>Writes CSV as UTF-8 bytes straight to a stream, field by field; nothing is held but one buffer.</summary>
sealed class CsvSink(Stream stream) : IDisposable
{
    static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    static readonly long[] Limits = [.. Enumerable.Range(0, 11).Select(digits => (long)Math.Pow(10, digits))];

    readonly byte[] buffer = new byte[1 << 16];
    int used;
    bool inRow;

    /// <summary>Lines written, the header among them.</summary>
    public int Lines { get; private set; }

    public void Header(IEnumerable<string> names)
    {
        foreach (var name in names)
            Text(name);
        End();
    }

    public CsvSink Text(string? value)
    {
        Separate();
        if (string.IsNullOrEmpty(value))
            return this;
        var text = value.AsSpan().ContainsAny(Quoted) ? $"\"{value.Replace("\"", "\"\"")}\"" : value;
        Room(text.Length * 3);
        used += Encoding.UTF8.GetBytes(text, buffer.AsSpan(used));
        return this;
    }

    /// <summary>A local key: a letter and a number of at least six digits.</summary>
    public CsvSink Key(char prefix, int number)
    {
        Separate();
        Room(12);
        buffer[used++] = (byte)prefix;
        Digits(number, 6);
        return this;
    }

    public CsvSink Integer(int? value)
    {
        Separate();
        Room(12);
        if (value is < 0)
            buffer[used++] = (byte)'-';
        if (value is { } number)
            Digits(Math.Abs(number), 1);
        return this;
    }

    public CsvSink Date(DateOnly? value)
    {
        Separate();
        Room(12);
        if (value is { } date)
        {
            Digits(date.Year, 4);
            buffer[used++] = (byte)'-';
            Digits(date.Month, 2);
            buffer[used++] = (byte)'-';
            Digits(date.Day, 2);
        }

        return this;
    }

    /// <summary>UTC, to the minute.</summary>
    public CsvSink DateTime(DateTime? value)
    {
        Date(value is { } moment ? DateOnly.FromDateTime(moment) : null);
        if (value is { } time)
        {
            Room(16);
            buffer[used++] = (byte)'T';
            Digits(time.Hour, 2);
            buffer[used++] = (byte)':';
            Digits(time.Minute, 2);
            buffer[used++] = (byte)':';
            Digits(0, 2);
            buffer[used++] = (byte)'Z';
        }

        return this;
    }

    public CsvSink Money(decimal value) => Text(value.ToString("0.00", CultureInfo.InvariantCulture));

    public void End()
    {
        Room(1);
        buffer[used++] = (byte)'\n';
        inRow = false;
        Lines++;
    }

    public void Dispose()
    {
        stream.Write(buffer, 0, used);
        stream.Dispose();
    }

    void Separate()
    {
        Room(1);
        if (inRow)
            buffer[used++] = (byte)',';
        inRow = true;
    }

    void Room(int bytes)
    {
        if (used + bytes <= buffer.Length)
            return;
        stream.Write(buffer, 0, used);
        used = 0;
    }

    void Digits(int number, int width)
    {
        while (number >= Limits[width])
            width++;
        for (var i = width - 1; i >= 0; i--, number /= 10)
            buffer[used + i] = (byte)('0' + number % 10);
        used += width;
    }
}
