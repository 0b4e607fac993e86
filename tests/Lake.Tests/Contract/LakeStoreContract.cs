using System.Text;

namespace Homeward.Lake.Tests.Contract;

/// <summary>What every <see cref="ILakeStore"/> promises. A test class per implementation derives from it.</summary>
public abstract class LakeStoreContract
{
    static readonly LakePath Row = LakePath.Parse("marts/kpi/period=2025-08/data.parquet");

    protected abstract ILakeStore Store { get; }

    [Fact]
    public async Task Get_AbsentFile_IsNull() => Assert.Null(await Store.Get(Row));

    [Fact]
    public async Task Get_AfterPut_GivesTheBytesAndTheVersion()
    {
        var version = await Store.Put(Row, Bytes("one"));
        var file = await Store.Get(Row);
        Assert.Equal("one", Encoding.UTF8.GetString(file!.Bytes));
        Assert.Equal(version, file.ETag);
    }

    [Fact]
    public async Task Put_Empty_IsAFile()
    {
        await Store.Put(Row, Bytes(""));
        Assert.Empty((await Store.Get(Row))!.Bytes);
    }

    [Fact]
    public async Task Put_SameBytesAgain_IsAnotherVersion()
    {
        var first = await Store.Put(Row, Bytes("one"));
        Assert.NotEqual(first, await Store.Put(Row, Bytes("one")));
    }

    [Fact]
    public async Task PutIfAbsent_SecondTime_ChangesNothing()
    {
        var first = await Store.PutIfAbsent(Row, Bytes("one"));
        Assert.NotNull(first);
        Assert.Null(await Store.PutIfAbsent(Row, Bytes("two")));
        var file = await Store.Get(Row);
        Assert.Equal("one", Encoding.UTF8.GetString(file!.Bytes));
        Assert.Equal(first, file.ETag);
    }

    [Fact]
    public async Task PutIfAbsent_ManyAtOnce_OneWins()
    {
        var puts = Enumerable.Range(0, 16).Select(i => Task.Run(async () => (i, Tag: await Store.PutIfAbsent(Row, Bytes($"{i}")))));
        var winner = Assert.Single(await Task.WhenAll(puts), put => put.Tag is not null);
        Assert.Equal($"{winner.i}", Encoding.UTF8.GetString((await Store.Get(Row))!.Bytes));
    }

    [Fact]
    public async Task PutIfMatch_CurrentVersion_Replaces()
    {
        var first = await Store.Put(Row, Bytes("one"));
        var second = await Store.PutIfMatch(Row, Bytes("two"), first);
        Assert.Equal(second, (await Store.Get(Row))!.ETag);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task PutIfMatch_OlderVersion_ChangesNothing()
    {
        var first = await Store.Put(Row, Bytes("one"));
        await Store.Put(Row, Bytes("two"));
        Assert.Null(await Store.PutIfMatch(Row, Bytes("xxx"), first));
        Assert.Equal("two", Encoding.UTF8.GetString((await Store.Get(Row))!.Bytes));
    }

    [Fact]
    public async Task PutIfMatch_AbsentFile_ChangesNothing()
    {
        var gone = await Store.Put(Row, Bytes("one"));
        await Store.Delete(Row);
        Assert.Null(await Store.PutIfMatch(Row, Bytes("two"), gone));
        Assert.Null(await Store.Get(Row));
    }

    [Fact]
    public async Task PutIfMatch_ManyCountersAtOnce_LosesNoIncrement()
    {
        await Store.Put(Row, Bytes("0"));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var done = 0; done < 25;)
            {
                var file = (await Store.Get(Row))!;
                var next = int.Parse(Encoding.UTF8.GetString(file.Bytes), System.Globalization.CultureInfo.InvariantCulture) + 1;
                done += await Store.PutIfMatch(Row, Bytes($"{next}"), file.ETag) is null ? 0 : 1;
            }
        })));
        Assert.Equal("100", Encoding.UTF8.GetString((await Store.Get(Row))!.Bytes));
    }

    [Fact]
    public async Task Get_WhileReplaced_IsAlwaysWhole()
    {
        var sizes = new[] { 10, 200_000 };
        await Store.Put(Row, new byte[sizes[0]]);
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                await Store.Put(Row, Enumerable.Repeat((byte)i, sizes[i % 2]).ToArray());
            }
        });
        while (!writing.IsCompleted)
        {
            var bytes = (await Store.Get(Row))!.Bytes;
            Assert.Contains(bytes.Length, sizes);
            Assert.Equal(-1, bytes.AsSpan().IndexOfAnyExcept(bytes[0]));
        }

        await writing;
    }

    [Fact]
    public async Task Open_PinnedVersion_Reads()
    {
        var version = await Store.Put(Row, Bytes("one"));
        using var reader = new StreamReader(Store.Open(Row, version));
        Assert.Equal("one", await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task Open_ChangedOrGone_SaysSo()
    {
        var version = await Store.Put(Row, Bytes("one"));
        await Store.Put(Row, Bytes("two"));
        Assert.Throws<LakeChangedException>(() => Store.Open(Row, version));
        await Store.Delete(Row);
        Assert.Throws<LakeChangedException>(() => Store.Open(Row, version));
    }

    [Fact]
    public async Task Delete_Twice_SaysWhetherItWasThere()
    {
        await Store.Put(Row, Bytes("one"));
        Assert.True(await Store.Delete(Row));
        Assert.False(await Store.Delete(Row));
    }

    [Fact]
    public async Task List_Folder_GivesFilesAtAnyDepthInOrder()
    {
        foreach (var name in new[] { "marts/b.txt", "marts/kpi/z.txt", "marts/kpi/a/c.txt", "marts/kpi2/d.txt", "curated/e.txt" })
        {
            await Store.Put(LakePath.Parse(name), Bytes(name));
        }

        var kpi = await Store.List(LakeFolder.Of(Zone.Marts, "kpi")).ToListAsync();
        Assert.Equal(["a/c.txt", "z.txt"], kpi.Select(entry => entry.Name));
        Assert.Equal(["marts/kpi/a/c.txt", "marts/kpi/z.txt"], kpi.Select(entry => entry.Path.ToString()));
        Assert.Equal(["b.txt", "kpi/a/c.txt", "kpi/z.txt", "kpi2/d.txt"], (await Store.List(LakeFolder.Of(Zone.Marts)).ToListAsync()).Select(entry => entry.Name));
        Assert.Empty(await Store.List(LakeFolder.Of(Zone.Casework)).ToListAsync());
    }

    [Fact]
    public async Task List_Entry_HasTheVersionAndLengthThatGetHas()
    {
        await Store.Put(Row, Bytes("four"));
        var entry = Assert.Single(await Store.List(LakeFolder.Of(Zone.Marts)).ToListAsync());
        Assert.Equal(4, entry.Length);
        Assert.Equal((await Store.Get(Row))!.ETag, entry.ETag);
    }

    [Fact]
    public async Task List_Md5_IsTheBytesOwnOrUnknown()
    {
        await Store.Put(Row, Bytes("four"));
        var entry = Assert.Single(await Store.List(LakeFolder.Of(Zone.Marts)).ToListAsync());
        Assert.Contains(entry.Md5, new[] { null, "jLrZas7UCzg43Z8H9u9Xcg==" });
    }

    protected static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
