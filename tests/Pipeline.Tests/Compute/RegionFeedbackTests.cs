using System.Text;
using Homeward.Columns;
using Homeward.Lake;
using Homeward.Pipeline.Tests.Uploads;
using Homeward.Submissions;

namespace Homeward.Pipeline.Tests.Compute;

public sealed class RegionFeedbackTests : IDisposable
{
    const string Header = "\uFEFFrule,severity,table,line,key,field,value,message\n";

    static readonly Month August = new(2025, 8);
    static readonly DateTime Monday = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);

    readonly SmallWorld world = new();
    readonly SmallLake lake;

    public RegionFeedbackTests() => lake = new(world);

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Run_StayFarFromHomeThatNobodyLabelled_IsToldToItsSubmitterWithTheLine()
    {
        await lake.Take(new("RWR", August, "first", Monday, people: 3));
        await lake.Take(new("RYK", August, "first", Monday, people: 2));
        await lake.Compute.Run(August);

        var told = await Region("RYK");
        Assert.StartsWith(Header, told, StringComparison.Ordinal);
        Assert.Contains("\nOAP007,W,ward_stays,2,W1,", told, StringComparison.Ordinal);
        Assert.Contains("\nOAP007,W,ward_stays,3,W2,", told, StringComparison.Ordinal);
        Assert.DoesNotContain("RWR", told, StringComparison.Ordinal);
        Assert.Equal(Header, await Region("RWR"));
    }

    [Fact]
    public async Task Run_Resubmission_ReplacesWhatWasTold()
    {
        await lake.Take(new("RYK", August, "first", Monday, people: 2));
        await lake.Compute.Run(August);
        await lake.Take(new("RYK", August, "second", Monday.AddDays(1), people: 2, placed: 2));
        await lake.Compute.Run(August);
        Assert.DoesNotContain("OAP007", await Region("RYK"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_KeyThatLooksLikeAnNhsNumberOrAFormula_IsShapeOrHarmless()
    {
        await lake.Take(new SmallUpload("RYK", August, "first", Monday, people: 2).Change("ward_stays.csv", "W1,", "9434765919,").Change("ward_stays.csv", "W2,", "=W2,"));
        await lake.Compute.Run(August);
        var told = await Region("RYK");
        Assert.DoesNotContain("9434765919", told, StringComparison.Ordinal);
        Assert.Contains(",9999999999,", told, StringComparison.Ordinal);
        Assert.Contains(",'=W2,", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Upload_NamedAsTheFile_IsRefused() => Assert.Throws<FormatException>(() => new SubmissionIdentity("RWR", August, "Region.csv"));

    async Task<string> Region(string provider) => Encoding.UTF8.GetString((await lake.Store.Get(LakePaths.RegionFeedback(provider, August)))!.Bytes);
}
