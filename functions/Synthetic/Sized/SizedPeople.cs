using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Sized;

/// <summary>Which NHS numbers belong to which part of a sized region, so that the parts can be made apart; and how old people are.</summary>
static class SizedPeople
{
    /// <summary>True where there are numbers for everybody.</summary>
    public static bool Suffice(SizedRequest request) => (long)request.Providers * Span(request) <= NhsNumbers.Stems;

    /// <summary>First stem of a trust's own patients.</summary>
    public static int First(SizedRequest request, int provider) => provider * Span(request);

    /// <summary>First stem of the people whom a trust sends away.</summary>
    public static int FirstPlaced(SizedRequest request, int provider, int kind) =>
        provider * Span(request) + Own(request) + (kind - 1) * Placed(request);

    public static int Age(Random chance, string bedClass) => bedClass[0] == '3'
        ? 13 + chance.Next(2)
        : bedClass == "201" ? 66 + chance.Next(22) : 20 + chance.Next(40);

    /// <summary>True where somebody born then may still lie in a bed of the class for some months.</summary>
    public static bool StillFits(DateOnly born, string bedClass, DateOnly on) => bedClass[0] != '3' || born.AddYears(17) > on;

    // Two people to a bed, the short stays, the hub and the community; one stem in eleven has no check digit.
    static int Own(SizedRequest request) => 2 * request.Rows + 500 + request.Rows * request.Months / 100;

    static int Placed(SizedRequest request) => (request.Rows / 150 + 1) * (request.Months * 30 / 20 + 4);

    static int Span(SizedRequest request) => Own(request) + 2 * Placed(request);
}
