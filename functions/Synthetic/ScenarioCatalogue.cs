using Homeward.Synthetic.Scenarios.Arden;
using Homeward.Synthetic.Scenarios.EastOfEngland;
using Homeward.Synthetic.Scenarios.NewCareModels;
using Homeward.Synthetic.Scenarios.NorthWestLondon;
using Homeward.Synthetic.Scenarios.ReachOut;

namespace Homeward.Synthetic;

/// <summary>Every scenario of kpis.md §7.</summary>
public static class ScenarioCatalogue
{
    public static IReadOnlyList<Scenario> All { get; } = [EastOfEnglandScenario.Scenario, NorthWestLondonScenario.Scenario, ArdenScenario.Scenario, ReachOutScenario.Scenario, NewCareModelsScenario.Scenario];

    /// <summary>The scenario of a name; null where there is none.</summary>
    public static Scenario? Find(string name) => All.FirstOrDefault(scenario => scenario.Name == name);
}
