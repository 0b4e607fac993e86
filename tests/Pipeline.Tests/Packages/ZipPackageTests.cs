using System.Buffers.Binary;
using System.Text;
using Homeward.Pipeline.Packages;
using Homeward.Submissions;

namespace Homeward.Pipeline.Tests.Packages;

public sealed class ZipPackageTests
{
    [Fact]
    public void Files_PlainZip_GivesNamesLengthsAndBytes()
    {
        var files = Files(new ZipBuilder().With("submission.csv").With("patients.csv", "LocalPatientID\nP1\n"));
        Assert.Equal(["submission.csv", "patients.csv"], files.Select(file => file.Name));
        Assert.Equal([8, 18], files.Select(file => file.Length));
        Assert.Equal("LocalPatientID\nP1\n", Text(files[1]));
        Assert.Equal("LocalPatientID\nP1\n", Text(files[1]));
    }

    [Fact]
    public void Files_OneFolderAroundAll_IsPassedOver() =>
        Assert.Equal(["a.csv", "b.csv"], Files(new ZipBuilder().With("August 2025/", "").With("August 2025/a.csv").With("August 2025/b.csv")).Select(f => f.Name));

    [Fact]
    public void Files_WhatSystemsAdd_IsPassedOver() =>
        Assert.Equal(["a.csv"], Files(new ZipBuilder().With("x/a.csv").With("__MACOSX/x/._a.csv").With("x/.DS_Store").With("Thumbs.db")).Select(f => f.Name));

    [Theory]
    [InlineData("../a.csv")]
    [InlineData("x/../../a.csv")]
    [InlineData("..")]
    [InlineData("../")]
    [InlineData("/etc/a.csv")]
    [InlineData("..\\a.csv")]
    [InlineData("C:/a.csv")]
    [InlineData("x\\a.csv")]
    public void Files_NameThatPointsOut_IsRefused(string name)
    {
        var e = Assert.Throws<PackageException>(() => Files(new ZipBuilder().With("submission.csv").With(name)));
        Assert.Contains("points out of its folder", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x/a.csv", "b.csv")]
    [InlineData("x/a.csv", "y/b.csv")]
    [InlineData("x/y/a.csv", "x/b.csv")]
    public void Files_InFolders_IsRefused(string one, string other)
    {
        var e = Assert.Throws<PackageException>(() => Files(new ZipBuilder().With(one).With(other)));
        Assert.Contains("without folders", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_SameNameTwice_IsRefused() =>
        Refused(new ZipBuilder().With("patients.csv").With("Patients.csv"), "more than once");

    [Fact]
    public void Files_ControlCharacterInName_IsShownHarmless()
    {
        var e = Assert.Throws<PackageException>(() => Files(new ZipBuilder().With("a\u001b[2J.csv")));
        Assert.DoesNotContain('\u001b', e.Message);
    }

    [Fact]
    public void Files_PersonInName_IsMasked()
    {
        var e = Assert.Throws<PackageException>(() => Files(new ZipBuilder().With("deep/down/943 476 5919.csv")));
        Assert.Contains("999 999 9999", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_Bomb_IsRefusedBeforeItIsUnpacked()
    {
        var bomb = new ZipBuilder().With("patients.csv", new byte[20_000_000]).Build();
        Assert.InRange(bomb.Length, 1, 100_000);
        Refused(bomb, "250 to one");
    }

    [Fact]
    public void Files_ManyEntriesThatOverlap_AreJudgedTogether() =>
        Refused(new ZipBuilder().With("a.csv", new byte[600]).With("b.csv", new byte[600]).Build(), "more than 2 to one", new() { RatioFromBytes = 1000, Ratio = 2 });

    [Fact]
    public void Files_PastALimit_SaysWhich()
    {
        var zip = new ZipBuilder().With("a.csv", new byte[600]).With("b.csv", new byte[600]).Build();
        Refused(zip, "a.csv in the zip unpacks to 600 bytes", new() { FileBytes = 500 });
        Refused(zip, "unpacks to 1,200 bytes", new() { TotalBytes = 1000 });
        Refused(zip, "2 entries", new() { Entries = 1 });
        Refused(zip, "The zip has", new() { FileBytes = 100 });
    }

    [Fact]
    public void Files_Encrypted_SaysSo()
    {
        var zip = new ZipBuilder().With("a.csv").Build();
        Patch(zip, 0x04034b50, 6, flags => flags | 1);
        Patch(zip, 0x02014b50, 8, flags => flags | 1);
        Refused(zip, "encrypted");
    }

    [Fact]
    public void Open_MethodThatCannotBeRead_SaysSo()
    {
        var zip = new ZipBuilder().With("a.csv").Build();
        Patch(zip, 0x04034b50, 8, _ => 97);
        Patch(zip, 0x02014b50, 10, _ => 97);
        var e = Assert.Throws<PackageException>(() => Text(Assert.Single(ZipPackage.Files(() => new MemoryStream(zip)))));
        Assert.Contains("method", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a zip at all, just some text that is long enough to look at")]
    public void Files_NoZip_SaysSo(string text) => Refused(Encoding.UTF8.GetBytes(text), "not a readable zip");

    [Fact]
    public void Files_CutShort_SaysSo()
    {
        var zip = new ZipBuilder().With("a.csv").Build();
        Refused(zip[..^10], "not a readable zip");
    }

    [Fact]
    public void Read_ChecksumDiffers_IsDamage()
    {
        var zip = new ZipBuilder().With("a.csv", "a,b\n1,2\n").Build();
        Patch(zip, 0x02014b50, 16, crc => crc ^ 1);
        var e = Assert.Throws<PackageException>(() => Text(Assert.Single(ZipPackage.Files(() => new MemoryStream(zip)))));
        Assert.Contains("damaged", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_BytesFlipped_IsDamageOrNothing()
    {
        var random = new Random(1);
        var text = string.Join('\n', Enumerable.Range(0, 500).Select(i => $"row {i},{random.Next()}"));
        var clean = new ZipBuilder().With("a.csv", text).Build();
        for (var round = 0; round < 300; round++)
        {
            var zip = clean.ToArray();
            zip[random.Next(zip.Length)] ^= (byte)(1 << random.Next(8));
            try
            {
                foreach (var file in ZipPackage.Files(() => new MemoryStream(zip)))
                {
                    Assert.Equal(text, Text(file));
                }
            }
            catch (PackageException)
            {
                continue;
            }
        }
    }

    static void Refused(ZipBuilder zip, string because) => Refused(zip.Build(), because);

    static void Refused(byte[] zip, string because, ZipLimits? limits = null)
    {
        var e = Assert.Throws<PackageException>(() => ZipPackage.Files(() => new MemoryStream(zip), limits));
        Assert.Contains(because, e.Message, StringComparison.Ordinal);
    }

    static IReadOnlyList<SubmissionFile> Files(ZipBuilder zip)
    {
        var bytes = zip.Build();
        return ZipPackage.Files(() => new MemoryStream(bytes));
    }

    static string Text(SubmissionFile file)
    {
        using var reader = new StreamReader(file.Open());
        return reader.ReadToEnd();
    }

    static void Patch(byte[] zip, uint signature, int offset, Func<ushort, int> change)
    {
        Span<byte> mark = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(mark, signature);
        var at = zip.AsSpan(zip.AsSpan().IndexOf(mark) + offset);
        BinaryPrimitives.WriteUInt16LittleEndian(at, (ushort)change(BinaryPrimitives.ReadUInt16LittleEndian(at)));
    }
}
