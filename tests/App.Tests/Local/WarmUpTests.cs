using Homeward.App.Local;
using Homeward.App.Tests.Running;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Tests.Uploads;
using Homeward.Reference;

namespace Homeward.App.Tests.Local;

public sealed class WarmUpTests : IDisposable
{
    readonly SmallWorld world = new();

    public void Dispose() => world.Dispose();

    /// <summary>A month that were rejected, or not computed, would leave most of the code cold.</summary>
    [Fact]
    public async Task Run_AnyReference_JudgesComputesAndLeavesNothingBehind()
    {
        var folder = Directory.CreateDirectory(world.At("warm-up"));
        Assert.Equal(LedgerState.Published, await WarmUp.Run(People.AddTo(world), folder, CancellationToken.None));
        Assert.False(Directory.Exists(folder.FullName));
    }

    [Fact]
    public async Task Run_NoOrganisation_DoesNothing()
    {
        var folder = Directory.CreateDirectory(world.At("warm-up"));
        Assert.Null(await WarmUp.Run(ReferenceData.Load(new Dictionary<string, byte[]>()), folder, CancellationToken.None));
        Assert.False(Directory.Exists(folder.FullName));
    }
}
