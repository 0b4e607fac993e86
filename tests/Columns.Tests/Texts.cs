namespace Homeward.Columns.Tests;

/// <summary>So many texts that some have the same 32 bits of hash: only comparing them in full tells them apart.</summary>
static class Texts
{
    /// <summary>Distinct texts, the same at every call.</summary>
    public static byte[][] Random(int count, int length)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var text = new byte[length];
            for (var at = 4; at < length; at++)
            {
                text[at] = (byte)random.Next('a', 'z' + 1);
            }

            // Its number makes it distinct; from the lowest digit, so that they do not ascend.
            for (var at = 0; at < 4; at++, i /= 26)
            {
                text[at] = (byte)('a' + i % 26);
            }

            return text;
        })];
    }
}
