using Homeward.Columns;
using Homeward.Measures.Months;
using Homeward.Pipeline.Close;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.Pipeline.Tests.Close;

public sealed class CloseJobTests : IDisposable
{
    static readonly Month August = new(2025, 8);
    static readonly DateTime Monday = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);

    readonly SmallWorld world = new();
    readonly SmallLake lake;

    public CloseJobTests() => lake = new(world);

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Run_AMonthThatNobodySent_NamesEverybodyForAWeekAfterItsCutOff()
    {
        new SmallUpload("RWR", August, "first", Monday).WriteTo(world.Landing);
        await lake.RunAll();
        var cutOff = CutOff.Of(August + 1, lake.Reference.Settings.CutOffDay);

        Assert.Empty(await Unsent(cutOff.AddHours(-1)));
        var unsent = Assert.Single(await Unsent(cutOff.AddHours(4)));
        Assert.Equal((August + 1, false), (unsent.Period, unsent.Closed));
        Assert.Equal(["RWR", "RYK"], unsent.Missing);
        Assert.Single(await Unsent(cutOff.AddDays(6)));
        Assert.Empty(await Unsent(cutOff.AddDays(8)));
    }

    [Fact]
    public async Task Run_AMonthThatSomebodySent_IsClosedAndNotCalledUnsent()
    {
        new SmallUpload("RWR", August, "first", Monday).WriteTo(world.Landing);
        await lake.RunAll();
        var closed = Assert.Single(await Close(CutOff.Of(August, lake.Reference.Settings.CutOffDay).AddHours(4)));
        Assert.Equal((August, true, false), (closed.Period, closed.Closed, closed.Unsent));
        Assert.Equal(["RYK"], closed.Missing);
    }

    [Fact]
    public async Task Run_BeforeAnybodyEverSent_NamesNobody() =>
        Assert.Empty(await Close(CutOff.Of(August, lake.Reference.Settings.CutOffDay).AddHours(4)));

    async Task<IEnumerable<ClosedMonth>> Unsent(DateTimeOffset now) => (await Close(now)).Where(month => month.Unsent);

    Task<IReadOnlyList<ClosedMonth>> Close(DateTimeOffset now) => new CloseJob(lake.Store, lake.Ledger, lake.Reference).Run(now);
}
