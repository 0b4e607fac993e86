using Homeward.Reference;

namespace Homeward.Synthetic.Tests.World;

public class ReferenceFilesTests
{
    public static TheoryData<string> Names => [.. ScenarioCatalogue.All.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Reference_OfAScenario_LoadsWithNothingPassedOver(string name)
    {
        var reference = ReferenceData.Load(ScenarioCatalogue.Find(name)!.Generate(1).Reference);

        Assert.Empty(reference.Notes);
        Assert.NotEmpty(reference.Collaboratives);
        Assert.All(reference.Collaboratives, collaborative => Assert.NotEmpty(collaborative.Flow));
    }
}
