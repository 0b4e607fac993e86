namespace Homeward.Synthetic.Figures;

public enum EqualityKind
{
    /// <summary>Computed rounded to the step equals published rounded to it; half away from zero.</summary>
    Rounded,

    /// <summary>"Over 100".</summary>
    MoreThan,

    /// <summary>"Under 50 %".</summary>
    LessThan,
}

/// <summary>When a computed figure counts as the published one.</summary>
/// <param name="Step">What the source rounded to: 1 for whole numbers, 5 for suppressed counts, 100,000 for £0.1 million.</param>
public sealed record Equality(EqualityKind Kind, double Step)
{
    public static Equality Exactly { get; } = new(EqualityKind.Rounded, 0);

    public static Equality MoreThan { get; } = new(EqualityKind.MoreThan, 0);

    public static Equality LessThan { get; } = new(EqualityKind.LessThan, 0);

    public static Equality NearestTo(double step) => new(EqualityKind.Rounded, step);

    public bool Holds(double published, double computed) => Kind switch
    {
        EqualityKind.MoreThan => computed > published,
        EqualityKind.LessThan => computed < published,
        _ => Round(published) == Round(computed),
    };

    double Round(double value) => Step == 0 ? value : Math.Round(value / Step, MidpointRounding.AwayFromZero);

    public override string ToString() => Kind switch
    {
        EqualityKind.MoreThan => "more than",
        EqualityKind.LessThan => "less than",
        _ when Step == 0 => "exactly",
        _ => FormattableString.Invariant($"to the nearest {Step:0.###}"),
    };
}
