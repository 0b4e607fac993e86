using Homeward.Measures.Catalogue;
using Homeward.Measures.Time;

namespace Homeward.Measures.Tallying;

/// <summary>What measures add their contributions to.</summary>
abstract class Tally(Layout layout)
{
    /// <summary>For contributions that say nothing of a bed.</summary>
    public const int AnyBed = -1;

    public Layout Layout { get; } = layout;

    protected Window Window { get; private set; } = null!;

    /// <summary>What is added from now on is of this window.</summary>
    public void Begin(Window of) => Window = of;

    /// <summary>Adds to both lenses.</summary>
    public void Add(Split split, Subject subject, int bedClass, long numerator, long denominator = 0)
    {
        Add(split, Scope.All, Lens.People, subject, bedClass, numerator, denominator);
        Add(split, Scope.All, Lens.Beds, subject, bedClass, numerator, denominator);
    }

    /// <summary>Adds a contribution to the total and to every breakdown; to Bed Class where a class is told.</summary>
    /// <param name="numerator">Records, nights or pence; any number for a split of people.</param>
    public abstract void Add(Split split, Scope scope, Lens lens, Subject subject, int bedClass, long numerator, long denominator = 0);

    /// <summary>Adds to the Bed Class row only.</summary>
    public abstract void AddBedClass(Split split, Scope scope, Lens lens, Subject subject, int bedClass, long numerator);

    /// <summary>Adds a value whose quantile is asked for.</summary>
    public abstract void AddValue(Split split, Lens lens, Subject subject, int bedClass, double value);
}
