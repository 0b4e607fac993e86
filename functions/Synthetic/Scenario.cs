using Homeward.Columns;
using Homeward.Synthetic.Figures;

namespace Homeward.Synthetic;

/// <summary>A story from the field that the pipeline has to tell from submissions alone (kpis.md §7).</summary>
/// <param name="Name">As on the command line, such as <c>east-of-england</c>.</param>
/// <param name="Generate">Makes the region's files from a seed: the same seed, the same bytes.</param>
public sealed record Scenario(
    string Name, string Description, Month First, Month Last, IReadOnlyList<PublishedFigure> Figures, Func<int, SyntheticRegion> Generate);
