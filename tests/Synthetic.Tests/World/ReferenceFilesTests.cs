using Homeward.Reference;
using Homeward.Synthetic.Tests.Naive;

namespace Homeward.Synthetic.Tests.World;

public class ReferenceFilesTests
{
    public static TheoryData<string> Names => [.. ScenarioCatalogue.All.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Reference_OfAScenario_LoadsWithNothingPassedOver(string name)
    {
        var reference = ReferenceData.Load(Regions.Of(name).Reference);

        Assert.Empty(reference.Notes);
        Assert.NotEmpty(reference.Collaboratives);
        Assert.All(reference.Collaboratives, collaborative => Assert.NotEmpty(collaborative.Flow));
    }
}
