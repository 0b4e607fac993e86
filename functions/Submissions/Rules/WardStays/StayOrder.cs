using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules.WardStays;

/// <summary>The ward stays of each spell in the order in which they start.</summary>
static class StayOrder
{
    /// <summary>
    /// Per row, of the stays of the same spell that start before it (or with it, ending sooner), the row of the one that ends last;
    /// -1 where there is none. Only stays that stand are looked at. Empty where every spell's stays follow on from each other.
    /// </summary>
    public static int[] Before(Sheet stays)
    {
        var start = stays["StartDateWardStay"].Date.Values;
        var end = stays["EndDateWardStay"];
        if (!stays["StartDateWardStay"].Given || FollowOn(stays, start, end))
        {
            return [];
        }

        var before = new int[stays.Rows];
        Array.Fill(before, -1);
        var (offsets, rows) = BySpell(stays);
        for (var spell = 0; spell + 1 < offsets.Length; spell++)
        {
            var own = rows.AsSpan(offsets[spell], offsets[spell + 1] - offsets[spell]);
            if (own.Length < 2)
            {
                continue;
            }

            Sort(own, start, end);
            var last = own[0];
            for (var i = 1; i < own.Length; i++)
            {
                before[own[i]] = last;
                last = End(end, own[i]) >= End(end, last) ? own[i] : last;
            }
        }

        return before;
    }

    /// <summary>The day a stay ends; the end of time where it is open.</summary>
    public static int End(SheetColumn end, int row) => end.TryDay(row, out var day) ? day : int.MaxValue;

    /// <summary>
    /// True where one look in file order shows that nothing overlaps and nothing is missing in between: spells one after the other,
    /// each stay starting within a day of the end of the one before, as most exports have them.
    /// </summary>
    static bool FollowOn(Sheet stays, int[] start, SheetColumn end)
    {
        var parents = stays.ParentRows;
        var (spell, last) = (-1, 0);
        for (var row = 0; row < parents.Length; row++)
        {
            var own = parents[row];
            if (own < 0 || stays.Rejected[row])
            {
                continue;
            }

            if (own < spell || (own == spell && (start[row] < last || start[row] > (long)last + 1)))
            {
                return false;
            }

            (spell, last) = (own, End(end, row));
        }

        return true;
    }

    /// <summary>Rows grouped by spell, ascending, in two passes: offsets[spell] to offsets[spell + 1] are the spell's.</summary>
    static (int[] Offsets, int[] Rows) BySpell(Sheet stays)
    {
        var offsets = new int[stays.Parent!.Rows + 1];
        for (var row = 0; row < stays.Rows; row++)
        {
            if (!stays.Rejected[row] && stays.ParentRows[row] is >= 0 and var spell)
            {
                offsets[spell + 1]++;
            }
        }

        for (var spell = 1; spell < offsets.Length; spell++)
        {
            offsets[spell] += offsets[spell - 1];
        }

        var rows = new int[offsets[^1]];
        var next = offsets[..^1];
        for (var row = 0; row < stays.Rows; row++)
        {
            if (!stays.Rejected[row] && stays.ParentRows[row] is >= 0 and var spell)
            {
                rows[next[spell]++] = row;
            }
        }

        return (offsets, rows);
    }

    /// <summary>By start, then end, then line. A spell has few stays and exports have them in order already; one with many is sorted as any list.</summary>
    static void Sort(Span<int> rows, int[] start, SheetColumn end)
    {
        if (rows.Length > 32)
        {
            rows.Sort((left, right) => Compare(left, right, start, end));
            return;
        }

        for (var i = 1; i < rows.Length; i++)
        {
            var row = rows[i];
            var at = i;
            for (; at > 0 && Compare(rows[at - 1], row, start, end) > 0; at--)
            {
                rows[at] = rows[at - 1];
            }

            rows[at] = row;
        }
    }

    static int Compare(int left, int right, int[] start, SheetColumn end)
    {
        var order = start[left].CompareTo(start[right]);
        order = order != 0 ? order : End(end, left).CompareTo(End(end, right));
        return order != 0 ? order : left.CompareTo(right);
    }
}
