namespace Homeward.Measures.Summary;

/// <summary>What a figure is of, apart from its period: numbers of the texts in a <see cref="FigureSeries"/>.</summary>
readonly record struct FigureKey(
    int Window, int Collaborative, int Lens, int Breakdown, int Primary, int Secondary, int Measure, int Split, int Scope);
