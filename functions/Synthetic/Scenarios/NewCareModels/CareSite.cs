using System.Globalization;
using Homeward.Columns;
using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Scenarios.NewCareModels;

/// <summary>One site of the programme: a trust that takes on the budget for one service of its area.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Line">CYP, ASE or AED.</param>
/// <param name="Live">From this month on it is a collaborative; null: all along.</param>
/// <param name="Beds">Places at home.</param>
/// <param name="AwayBefore">Places far away until the site took over.</param>
/// <param name="AwayAfter">Places far away a year later.</param>
sealed record CareSite(int Number, string Line, Month? Live, int Beds, int AwayBefore, int AwayAfter)
{
    const string Letters = "ABCDEFGHIJKLMN";

    public string Code => string.Create(CultureInfo.InvariantCulture, $"NCM{Number:00}");

    public HomeArea Home { get; } = new(
        $"QA{Letters[Number - 1]}",
        $"Area {Letters[Number - 1]} commissioners",
        "Y58",
        $"SN{Letters[Number - 1]}",
        230_000 + Number % 5 * 60_000,
        90_000 + Number / 5 * 30_000,
        $"Z{Letters[Number - 1]}",
        $"Z{Letters[Number - 1]}");

    public string BedClass => Line switch { "CYP" => "301", "ASE" => "206", _ => "203" };

    public int YoungestAge => Line switch { "CYP" => 13, _ => 20 };

    public int Ages => Line switch { "CYP" => 4, _ => 25 };
}
