using Homeward.Measures.Records;

namespace Homeward.Measures.Placements;

/// <summary>The class of a reason: 10 inappropriate, 11 to 15 appropriate, else unknown.</summary>
sealed class PlacementClasses
{
    readonly PlacementClass[] classes;

    public PlacementClasses(CodePool reasons)
    {
        classes = new PlacementClass[reasons.Count];
        for (var reason = 0; reason < classes.Length; reason++)
        {
            classes[reason] = reasons[reason] switch
            {
                "10" => PlacementClass.Inappropriate,
                "11" or "12" or "13" or "14" or "15" => PlacementClass.Appropriate,
                _ => PlacementClass.Unknown,
            };
        }
    }

    public PlacementClass Of(int reason) => classes[reason];
}
