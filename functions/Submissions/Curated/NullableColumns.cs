using Homeward.Columns;

namespace Homeward.Submissions.Curated;

/// <summary>Columns from arrays in which one value stands for none.</summary>
static class NullableColumns
{
    public static Int32Column Int32(string name, int[] values, int none) => new(name, values, Nulls(values, none));

    public static DateColumn Date(string name, int[] values, int none) => new(name, values, Nulls(values, none));

    static Bits? Nulls(int[] values, int none)
    {
        var first = Array.IndexOf(values, none);
        if (first < 0)
        {
            return null;
        }

        var nulls = new Bits(values.Length);
        for (var row = first; row < values.Length; row++)
        {
            if (values[row] == none)
            {
                nulls[row] = true;
                values[row] = 0;
            }
        }

        return nulls;
    }
}
