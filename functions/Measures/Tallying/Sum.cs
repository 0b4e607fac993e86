using System.Runtime.CompilerServices;

namespace Homeward.Measures.Tallying;

/// <summary>What was added to one cell of one series.</summary>
struct Sum
{
    public long Numerator;
    public long Denominator;

    /// <summary>Distinct people who contributed; exact while contributions come person by person.</summary>
    public int People;

    /// <summary>The person who contributed last, and one.</summary>
    int met;

    /// <returns>True where the person was not the last to contribute; false where no person stands behind it (-1).</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Meet(int person)
    {
        if (person < 0 || met == person + 1)
        {
            return false;
        }

        met = person + 1;
        return true;
    }

    public readonly bool Met(int person) => met == person + 1;

    /// <summary>Adds what another thread, or another collaborative, counted of other people.</summary>
    public void Add(in Sum other)
    {
        Numerator += other.Numerator;
        Denominator += other.Denominator;
        People += other.People;
    }
}
