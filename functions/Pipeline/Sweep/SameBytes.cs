using Homeward.Lake;

namespace Homeward.Pipeline.Sweep;

/// <summary>Compares a copy with its original by what a listing tells, and by reading only where that does not tell.</summary>
static class SameBytes
{
    public static async Task<bool> Are(ILakeStore store, LakeEntry? original, LakeEntry? copy, CancellationToken cancel)
    {
        if (original is null || copy is null || original.Length != copy.Length)
        {
            return false;
        }

        if (original.Md5 is { } a && copy.Md5 is { } b)
        {
            return a == b;
        }

        return await store.Get(original.Path!.Value, cancel) is { } x && await store.Get(copy.Path!.Value, cancel) is { } y
            && x.Bytes.AsSpan().SequenceEqual(y.Bytes);
    }
}
