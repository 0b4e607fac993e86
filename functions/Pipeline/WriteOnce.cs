using Homeward.Lake;

namespace Homeward.Pipeline;

/// <summary>Files that are put once and never change from the moment that the ledger names them.</summary>
static class WriteOnce
{
    /// <summary>Puts the file unless it is there; one that an earlier, unfinished attempt left behind in another form is replaced.</summary>
    /// <remarks>Only for a name that the ledger does not name yet: nobody reads it until then.</remarks>
    /// <exception cref="LakeChangedException">Another writer put something else there at the same moment.</exception>
    public static async Task Put(ILakeStore store, LakePath path, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        if (await store.PutIfAbsent(path, bytes, cancel) is null
            && await store.Get(path, cancel) is { } there
            && !there.Bytes.AsSpan().SequenceEqual(bytes.Span)
            && await store.PutIfMatch(path, bytes, there.ETag, cancel) is null)
        {
            throw new LakeChangedException(path);
        }
    }
}
