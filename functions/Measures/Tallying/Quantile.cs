namespace Homeward.Measures.Tallying;

/// <summary>Quantiles that are interpolated linearly between the two values next to them (type 7, DuckDB's <c>quantile_cont</c>).</summary>
static class Quantile
{
    /// <param name="values">At least one; they are put into another order.</param>
    /// <param name="share">From 0 to 1; 0.5 is the median.</param>
    public static double Of(Span<double> values, double share)
    {
        var at = (values.Length - 1) * share;
        var lower = (int)Math.Floor(at);
        Select(values, lower);
        return at == lower ? values[lower] : Between(values[lower], Smallest(values[(lower + 1)..]), at - lower);
    }

    static double Between(double lower, double upper, double share) => lower + share * (upper - lower);

    static double Smallest(ReadOnlySpan<double> values)
    {
        var smallest = values[0];
        foreach (var value in values)
        {
            smallest = Math.Min(smallest, value);
        }

        return smallest;
    }

    /// <summary>Puts the value of a rank in its place, none greater before it and none smaller after it (Hoare's selection).</summary>
    static void Select(Span<double> values, int rank)
    {
        var (first, last) = (0, values.Length - 1);
        while (first < last)
        {
            var pivot = Middle(values[first], values[(first + last) / 2], values[last]);
            var (low, high) = (first, last);
            while (low <= high)
            {
                while (values[low] < pivot)
                {
                    low++;
                }

                while (values[high] > pivot)
                {
                    high--;
                }

                if (low <= high)
                {
                    (values[low], values[high]) = (values[high], values[low]);
                    low++;
                    high--;
                }
            }

            if (rank <= high)
            {
                last = high;
            }
            else if (rank >= low)
            {
                first = low;
            }
            else
            {
                return;
            }
        }
    }

    static double Middle(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
