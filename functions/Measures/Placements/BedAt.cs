using Homeward.Measures.Stories;

namespace Homeward.Measures.Placements;

/// <summary>The bed class of a spell or placement at a moment (kpis.md §2, "Bed class and scope"); 0 where no ward stay tells.</summary>
static class BedAt
{
    /// <summary>By the ward stay open at the period's end, the latest start where there are several.</summary>
    public static int PeriodEnd(ReadOnlySpan<PersonStay> stays)
    {
        for (var i = stays.Length - 1; i >= 0; i--)
        {
            if (stays[i].OpenAtEnd)
            {
                return stays[i].BedClass;
            }
        }

        return 0;
    }

    /// <summary>By the last ward stay starting on or before a start, else the first.</summary>
    public static int Start(ReadOnlySpan<PersonStay> stays, int start)
    {
        var last = LastBy(stays, start);
        return last >= 0 ? stays[last].BedClass : stays.Length > 0 ? stays[LastBy(stays, stays[0].Start)].BedClass : 0;
    }

    /// <summary>By the last ward stay starting on or before an end.</summary>
    public static int End(ReadOnlySpan<PersonStay> stays, int end)
    {
        var last = LastBy(stays, end);
        return last >= 0 ? stays[last].BedClass : 0;
    }

    static int LastBy(ReadOnlySpan<PersonStay> stays, int day)
    {
        var i = stays.Length - 1;
        while (i >= 0 && stays[i].Start > day)
        {
            i--;
        }

        return i;
    }
}
