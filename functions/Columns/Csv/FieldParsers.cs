using System.Runtime.CompilerServices;

namespace Homeward.Columns.Csv;

readonly struct DateParser() : IFieldParser<int>
{
    readonly int[] monthStarts = Dates.MonthStarts;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFast(ref byte start, int length, out int value) => Dates.TryIso(ref start, monthStarts, out value) & length == Dates.Length;

    public bool TryParse(ReadOnlySpan<byte> text, out int value, out bool reformatted) => Dates.TryParse(text, out value, out reformatted);

    public Column Column(string name, int[] values, Bits? nulls) => new DateColumn(name, values, nulls);
}

readonly struct InstantParser : IFieldParser<long>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFast(ref byte start, int length, out long value)
    {
        value = 0;
        return false;
    }

    public bool TryParse(ReadOnlySpan<byte> text, out long value, out bool reformatted)
    {
        reformatted = false;
        return Instants.TryParse(text, out value);
    }

    public Column Column(string name, long[] values, Bits? nulls) => new TimestampColumn(name, values, nulls);
}

readonly struct IntegerParser : IFieldParser<int>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFast(ref byte start, int length, out int value) => Numbers.TryDigits(ref start, length, out value);

    public bool TryParse(ReadOnlySpan<byte> text, out int value, out bool reformatted)
    {
        reformatted = false;
        return Numbers.TryInteger(text, out value);
    }

    public Column Column(string name, int[] values, Bits? nulls) => new Int32Column(name, values, nulls);
}

readonly struct DecimalParser : IFieldParser<long>
{
    readonly int precision;
    readonly int scale;
    readonly long bound;

    /// <exception cref="ArgumentException">No such decimal.</exception>
    public DecimalParser(CsvColumnSpec spec)
    {
        (precision, scale, bound) = (spec.Precision, spec.Scale, 1);
        if (precision is < 1 or > 18 || scale < 0 || scale > precision)
        {
            throw new ArgumentException($"Column {spec.Name}: decimal({precision},{scale}) is not possible; precision is 1 to 18, scale 0 to precision.", nameof(spec));
        }

        for (var digit = 0; digit < precision; digit++)
        {
            bound *= 10;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFast(ref byte start, int length, out long value)
    {
        value = 0;
        return false;
    }

    public bool TryParse(ReadOnlySpan<byte> text, out long value, out bool reformatted)
    {
        reformatted = false;
        return Numbers.TryDecimal(text, scale, bound, out value);
    }

    public Column Column(string name, long[] values, Bits? nulls) => new DecimalColumn(name, values, precision, scale, nulls);
}
