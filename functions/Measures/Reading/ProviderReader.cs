using Homeward.Columns;

namespace Homeward.Measures.Reading;

/// <summary>Everything that one provider sent, one record per key.</summary>
sealed class ProviderReader
{
    public ProviderReader(Pools pools, int provider)
    {
        Provider = provider;
        People = new(pools);
        Referrals = new(pools, People);
        Spells = new(pools, People, Referrals);
        WardStays = new(pools, Spells);
        Oaps = new(pools, People);
    }

    public int Provider { get; }

    public PeopleReader People { get; }

    public ReferralReader Referrals { get; }

    public SpellReader Spells { get; }

    public WardStayReader WardStays { get; }

    public OapReader Oaps { get; }

    /// <param name="months">In any order; the newest record of a key wins.</param>
    public ProviderReader Read(IEnumerable<ProviderMonth> months, Month first, CancellationToken cancel)
    {
        foreach (var month in months.OrderByDescending(m => m.Period))
        {
            cancel.ThrowIfCancellationRequested();
            var file = new MonthFile(Provider, month.Period, (short)(month.Period - first), month.Read);
            People.Read(file.Read("patients", PeopleReader.Columns), month.Period);
            Referrals.Read(file);
            Spells.Read(file);
            WardStays.Read(file);
            Oaps.Read(file);
        }

        Spells.Join();
        return this;
    }
}
