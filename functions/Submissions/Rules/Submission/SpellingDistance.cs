namespace Homeward.Submissions.Rules.Submission;

/// <summary>How far apart two spellings are: letters put in, left out or changed (Levenshtein).</summary>
static class SpellingDistance
{
    /// <summary>File names are short; what is longer than this is compared by its beginning.</summary>
    const int Longest = 64;

    public static string Nearest(string word, IEnumerable<string> candidates) => candidates.MinBy(candidate => Between(word, candidate))!;

    public static int Between(string left, string right)
    {
        left = left.Length > Longest ? left[..Longest] : left;
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 0; i < left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 0; j < right.Length; j++)
            {
                var changed = diagonal + (left[i] == right[j] ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(changed, Math.Min(row[j], row[j + 1]) + 1);
            }
        }

        return row[^1];
    }
}
