using Homeward.Columns;

namespace Homeward.Synthetic.Extract;

/// <summary>The bed code that a provider's system has in a month: MHSDS v5 codes until March 2024 (domain.md §2.2).</summary>
static class BedCodes
{
    static readonly Month FirstOfV6 = new(2024, 4);

    static readonly Dictionary<string, string> V5 = new(StringComparer.Ordinal)
    {
        ["200"] = "10",
        ["201"] = "11",
        ["202"] = "12",
        ["203"] = "13",
        ["204"] = "14",
        ["205"] = "15",
        ["206"] = "19",
        ["207"] = "20",
        ["208"] = "21",
        ["209"] = "22",
        ["210"] = "40",
        ["211"] = "39",
        ["212"] = "17",
        ["213"] = "37",
        ["300"] = "23",
        ["301"] = "24",
        ["302"] = "25",
        ["303"] = "27",
        ["304"] = "28",
        ["305"] = "29",
        ["306"] = "31",
        ["307"] = "32",
        ["308"] = "33",
        ["309"] = "34",
        ["310"] = "30",
    };

    public static string In(Month month, string bedClass) => month < FirstOfV6 ? V5[bedClass] : bedClass;
}
