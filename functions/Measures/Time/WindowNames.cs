using Homeward.Columns;
using Homeward.Reference;

namespace Homeward.Measures.Time;

/// <summary>What the windows are called, and which of them a period has.</summary>
public static class WindowNames
{
    internal const int Count = 5;

    static readonly string[] Names = ["M", "R3", "R12", "FY", "SB"];

    /// <summary>As the column <c>window</c> has them.</summary>
    public static IReadOnlyList<string> All => Names;

    internal static string Of(Windows kind) => Names[int.TrailingZeroCount((int)kind)];

    internal static string At(int index) => Names[index];

    /// <summary>The windows of a period: the standard ones, and one per distinct end of a baseline that lies before the period.</summary>
    internal static IReadOnlyList<Window> Of(Month period, IReadOnlyList<Collaborative> collaboratives)
    {
        List<Window> windows =
        [
            new(Windows.Month, period, period),
            new(Windows.RollingThree, period - 2, period),
            new(Windows.RollingTwelve, period - 11, period),
            new(Windows.FinancialYear, period.FinancialYearStart, period),
        ];
        var baselines = collaboratives
            .Select((collaborative, index) => (Index: index, Start: collaborative.BaselineTo + 1))
            .Where(c => c.Start is not null && c.Start <= period)
            .GroupBy(c => c.Start!.Value, c => c.Index)
            .OrderBy(group => group.Key);
        foreach (var group in baselines)
        {
            windows.Add(new(Windows.SinceBaseline, group.Key, period, group.ToHashSet()));
        }

        return windows;
    }

    /// <summary>The earliest month that any window of the period reads.</summary>
    internal static Month Earliest(Month period, IReadOnlyList<Collaborative> collaboratives)
    {
        var earliest = period - 11;
        foreach (var collaborative in collaboratives)
        {
            if (collaborative.BaselineTo is { } baseline && baseline + 1 < earliest)
            {
                earliest = baseline + 1;
            }
        }

        return earliest;
    }
}
