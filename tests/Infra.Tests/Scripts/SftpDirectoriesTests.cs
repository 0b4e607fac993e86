namespace Homeward.Infra.Tests.Scripts;

public sealed class SftpDirectoriesTests
{
    static readonly Dictionary<string, string> Settings = new() { ["AZURE_LAKE_ACCOUNT"] = "stlake" };

    [Fact]
    public async Task Directory_OfAProvider_IsOpenToItsGroupOnly()
    {
        using var az = new FakeAzure("");
        var (exit, _) = await az.Run("sftp-directories.sh", Settings, "RWR=1001", "RYK=1002");
        Assert.Equal(0, exit);
        Assert.Equal(5, az.Calls.Count);
        Assert.Contains("access set --path RWR --group 1001 --acl user::rwx,group::rwx,other::---,default:", string.Join('\n', az.Calls), StringComparison.Ordinal);
        Assert.Contains("access set --path RYK --group 1002", string.Join('\n', az.Calls), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../x=1001")]
    [InlineData("rwr=1001")]
    [InlineData("RWR=staff")]
    [InlineData("RWR=")]
    [InlineData("=1")]
    public async Task Directory_OfANameThatIsNone_IsRefusedBeforeAnythingIsDone(string pair)
    {
        using var az = new FakeAzure("");
        var (exit, _) = await az.Run("sftp-directories.sh", Settings, "RYK=1002", pair);
        Assert.Equal(2, exit);
        Assert.Empty(az.Calls);
    }
}
