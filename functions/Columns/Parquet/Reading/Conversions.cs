namespace Homeward.Columns.Parquet.Reading;

/// <summary>From the numbers that other writers store to those of the table's columns.</summary>
static class Conversions
{
    public static void Widen(ReadOnlySpan<int> stored, Span<long> values, string where)
    {
        for (var i = 0; i < stored.Length; i++)
        {
            values[i] = stored[i];
        }
    }

    public static void Widen(ReadOnlySpan<uint> stored, Span<long> values, string where)
    {
        for (var i = 0; i < stored.Length; i++)
        {
            values[i] = stored[i];
        }
    }

    public static void Widen(ReadOnlySpan<float> stored, Span<double> values, string where)
    {
        for (var i = 0; i < stored.Length; i++)
        {
            values[i] = stored[i];
        }
    }

    /// <summary>Instants in finer units, each a whole number of milliseconds.</summary>
    public static Conversion<long, long> Millis(long unitsPerMilli) => (stored, values, where) =>
    {
        for (var i = 0; i < stored.Length; i++)
        {
            var (millis, rest) = Math.DivRem(stored[i], unitsPerMilli);
            if (rest != 0)
            {
                ParquetException.Unsupported(where, "an instant between two milliseconds; write it rounded to milliseconds");
            }

            values[i] = millis;
        }
    };
}
