namespace Homeward.Columns.Tests.Parquet;

/// <summary>Ways in which files get damaged, or are made to do damage.</summary>
static class Mutations
{
    static readonly byte[] Telling = [0x00, 0x01, 0x7F, 0x80, 0xFF, 0xFE, 0x15, 0x8C];

    /// <summary>A damaged copy: bits flipped, bytes set, parts cut, doubled or moved; most often near the end, where the footer is.</summary>
    public static byte[] Mutate(byte[] file, Random random)
    {
        var copy = file.ToArray();
        for (var times = 1 + random.Next(4); times > 0 && copy.Length > 0; times--)
        {
            var at = random.Next(3) == 0 ? random.Next(copy.Length) : Math.Max(0, copy.Length - 1 - random.Next(Math.Min(copy.Length, 2_000)));
            switch (random.Next(7))
            {
                case 0 or 1 or 2:
                    copy[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 3 or 4:
                    copy[at] = Telling[random.Next(Telling.Length)];
                    break;
                case 5:
                    var (from, length) = (random.Next(copy.Length), random.Next(40));
                    length = Math.Min(length, copy.Length - Math.Max(from, at));
                    copy.AsSpan(from, length).ToArray().CopyTo(copy, at);
                    break;
                default:
                    copy = random.Next(3) switch
                    {
                        0 => copy[..at],
                        1 => [.. copy[..at], .. copy[Math.Min(copy.Length, at + random.Next(20))..]],
                        _ => [.. copy[..at], .. copy[at..Math.Min(copy.Length, at + random.Next(20))], .. copy[at..]],
                    };
                    break;
            }
        }

        return copy;
    }
}
