namespace Homeward.Reference.Loading;

/// <summary>Collects what is wrong with a reference folder, so that everything is said at once.</summary>
sealed class LoadLog
{
    /// <summary>Beyond this a file's problems have one cause, and listing them hides the other files'.</summary>
    const int ShownPerFile = 25;

    readonly List<string> problems = [];
    readonly List<string> notes = [];
    readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Notes => notes;

    public void Problem(string file, string message)
    {
        var count = counts[file] = counts.GetValueOrDefault(file) + 1;
        if (count <= ShownPerFile)
        {
            problems.Add(message);
        }
    }

    public void Note(string message) => notes.Add(message);

    /// <exception cref="ReferenceException">There is a problem.</exception>
    public void ThrowIfAny()
    {
        if (problems.Count > 0)
        {
            var left = counts.Where(file => file.Value > ShownPerFile).Select(file => $"{file.Key}: and {file.Value - ShownPerFile} more.");
            throw new ReferenceException([.. problems, .. left]);
        }
    }
}
