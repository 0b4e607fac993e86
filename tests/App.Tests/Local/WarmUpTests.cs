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
        var before = Folders();
        Assert.Equal(LedgerState.Published, await WarmUp.Run(People.AddTo(world), CancellationToken.None));
        Assert.Empty(Folders().Except(before));
    }

    [Fact]
    public async Task Run_NoOrganisation_DoesNothing() =>
        Assert.Null(await WarmUp.Run(ReferenceData.Load(new Dictionary<string, byte[]>()), CancellationToken.None));

    static string[] Folders() => Directory.GetDirectories(Path.GetTempPath(), "homeward-warm-up-*");
}
