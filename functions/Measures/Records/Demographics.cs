namespace Homeward.Measures.Records;

/// <summary>Age band, gender, ethnic group and IMD decile in one word; 0 in any of them is unknown.</summary>
readonly record struct Demographics(int Packed)
{
    public Demographics(int ageBand, int gender, int ethnicGroup, int imdDecile)
        : this(ageBand | gender << 8 | ethnicGroup << 16 | imdDecile << 24)
    {
    }

    public int AgeBand => Packed & 0xFF;

    public int Gender => Packed >> 8 & 0xFF;

    public int EthnicGroup => Packed >> 16 & 0xFF;

    public int ImdDecile => Packed >> 24 & 0xFF;

    /// <summary>Field by field, the other's where this one is unknown.</summary>
    public Demographics Or(Demographics other) => new(
        AgeBand != 0 ? AgeBand : other.AgeBand,
        Gender != 0 ? Gender : other.Gender,
        EthnicGroup != 0 ? EthnicGroup : other.EthnicGroup,
        ImdDecile != 0 ? ImdDecile : other.ImdDecile);
}
