using Homeward.Columns;
using Homeward.Pipeline.Tests.Confidentiality;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.Cli.Tests.Confidentiality;

/// <summary>What the command prints about identifiers where nobody looks for them.</summary>
public sealed class StrayOutputTests : IDisposable
{
    static readonly Month August = new(2025, 8);
    static readonly DateTime Created = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);
    static readonly string[] Markers = [StrayUpload.NhsNumber, StrayUpload.SmallNumber, "SG180QQ", "19710317", "17031971"];

    readonly SmallWorld world = new SmallWorld().Reference(("settings.json", """{ "rejectionShare": 1 }"""));

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Commands_PrintNoIdentifierThatStandsInAnotherColumn()
    {
        var strays = StrayUpload.Of(August, Created).WriteTo(world.Landing);
        foreach (var upload in StrayUpload.Rejected(August, Created))
        {
            await Prints("validate", upload.WriteTo(world.Landing), "--provider", "RWR", "--period", "2025-08", "--reference", world.ReferenceFolder);
        }

        await File.WriteAllTextAsync(Path.Combine(world.Landing, "RWR", "2025-08", $"{StrayUpload.NhsNumber}.csv"), "A\n");
        await File.WriteAllTextAsync(Path.Combine(world.Landing, $"{StrayUpload.Postcode}.csv"), "A\n");
        string[] validate = ["validate", strays, "--provider", "RWR", "--period", "2025-08", "--reference", world.ReferenceFolder];
        await Prints(validate);
        await Prints([.. validate, "--json"]);
        string[] run = ["run", "--landing", world.Landing, "--lake", world.At("lake"), "--reference", world.ReferenceFolder, "--demo-key"];
        await Prints(run);
        await Prints([.. run, "--json"]);
        await Prints("kpis", "--lake", world.At("lake"), "--restricted", "--format", "csv");
    }

    static async Task Prints(params string[] arguments)
    {
        var answer = await Shell.Homeward(arguments);
        Assert.True(answer.Out.Length > 100, $"{string.Join(' ', arguments)} printed {answer.Out}{answer.Error}");
        var packed = SearchableText.Packed(answer.Out + answer.Error);
        Assert.Equal([], Markers.Where(marker => packed.Contains(marker, StringComparison.OrdinalIgnoreCase)));
    }
}
