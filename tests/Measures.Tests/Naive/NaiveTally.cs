namespace Homeward.Measures.Tests.Naive;

/// <summary>Something counted once, for one figure.</summary>
sealed record NaiveContribution(
    string Measure,
    string Split,
    string Scope,
    string Window,
    string? WindowCollaborative,
    string Lens,
    NaiveSubject Subject,
    string? BedClass,
    double Numerator,
    double Denominator = 0,
    bool BedRowOnly = false,
    bool NoBedRow = false);

/// <summary>What is counted in one window.</summary>
sealed class NaiveTally(List<NaiveContribution> contributions, NaiveWindow window)
{
    static readonly string[] BothLenses = ["people", "beds"];

    public NaiveWindow Window => window;

    /// <summary>kpis.md §1, "Active at end": not lost, begun and not ended.</summary>
    public static bool Active(NaivePlacement p, NaiveWindow window) =>
        p.Month == window.Last && p.Start <= window.End && (p.End is null || p.End > window.End);

    public void Add(
        string measure, string split, string scope, string lens, NaiveSubject subject, string? bed, double numerator, double denominator = 0) =>
        Contribute(new(measure, split, scope, window.Name, window.Collaborative, lens, subject, bed, numerator, denominator));

    public void Add(string measure, string split, string lens, NaiveSubject subject, string? bed, double numerator, double denominator = 0) =>
        Add(measure, split, "all", lens, subject, bed, numerator, denominator);

    public void Both(string measure, string split, NaiveSubject subject, string? bed, double numerator, double denominator = 0)
    {
        foreach (var lens in BothLenses)
        {
            Add(measure, split, lens, subject, bed, numerator, denominator);
        }
    }

    public void Contribute(NaiveContribution contribution) => contributions.Add(contribution);
}
