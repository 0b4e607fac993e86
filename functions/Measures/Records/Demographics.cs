namespace Homeward.Measures.Records;

/// <summary>Age, gender, ethnic group and IMD decile in one word; 0 in any of them is unknown.</summary>
readonly record struct Demographics(int Packed)
{
    const int Oldest = 250;

    static readonly int[] Bands = [0, .. Enumerable.Range(0, Oldest + 1).Select(AgeBands.Of)];

    /// <param name="age">Years; -1 unknown.</param>
    public Demographics(int age, int gender, int ethnicGroup, int imdDecile)
        : this(Math.Clamp(age, -1, Oldest) + 1 | gender << 8 | ethnicGroup << 16 | imdDecile << 24)
    {
    }

    /// <summary>Years; -1 unknown.</summary>
    public int Age => (Packed & 0xFF) - 1;

    public int AgeBand => Bands[Packed & 0xFF];

    public int Gender => Packed >> 8 & 0xFF;

    public int EthnicGroup => Packed >> 16 & 0xFF;

    public int ImdDecile => Packed >> 24 & 0xFF;

    /// <summary>Field by field, the other's where this one is unknown.</summary>
    public Demographics Or(Demographics other) => new(
        Age >= 0 ? Age : other.Age,
        Gender != 0 ? Gender : other.Gender,
        EthnicGroup != 0 ? EthnicGroup : other.EthnicGroup,
        ImdDecile != 0 ? ImdDecile : other.ImdDecile);
}
