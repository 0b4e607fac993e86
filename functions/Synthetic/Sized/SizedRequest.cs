using Homeward.Columns;

namespace Homeward.Synthetic.Sized;

/// <summary>How much to make.</summary>
/// <param name="Rows">Ward stays in every provider's every month, exactly.</param>
/// <param name="Defects">Share of rows to break, 0 to 0.1.</param>
public sealed record SizedRequest(int Providers, int Months, int Rows, int Seed = 1, double Defects = 0)
{
    public const int MostProviders = 676;
    public const int MostMonths = 120;
    public const int FewestRows = 20;
    public const double MostDefects = 0.1;

    /// <summary>The last month made.</summary>
    public Month Last { get; init; } = new(2025, 8);

    public Month First => Last - (Months - 1);

    /// <exception cref="ArgumentException">A part is out of range; the message names all that are.</exception>
    public void Check()
    {
        List<string> problems = [];
        if (Providers is < 1 or > MostProviders)
            problems.Add($"providers is {Providers}: expected 1 to {MostProviders}.");
        if (Months is < 1 or > MostMonths)
            problems.Add($"months is {Months}: expected 1 to {MostMonths}.");
        if (Rows is < FewestRows or > 1_000_000)
            problems.Add($"rows is {Rows}: expected {FewestRows} to 1000000 ward stays per provider and month.");
        if (problems.Count == 0 && !SizedPeople.Suffice(this))
            problems.Add("providers × rows is too much: there are not enough NHS numbers for everybody.");
        if (Defects is not (>= 0 and <= MostDefects))
            problems.Add(FormattableString.Invariant($"defects is {Defects}: expected a share from 0 to {MostDefects}, so that submissions stay accepted."));
        if (problems.Count > 0)
            throw new ArgumentException(string.Join(' ', problems));
    }
}

/// <summary>Progress of a generation, for people who wait.</summary>
public sealed record SizedProgress(int ProvidersDone, int Providers, long WardStays);
