namespace Homeward.Reference;

/// <summary>Every problem of a reference folder, in one message.</summary>
public sealed class ReferenceException(IReadOnlyList<string> problems)
    : Exception($"The reference data has {problems.Count} problem(s):\n" + string.Join('\n', problems.Select(p => "- " + p)))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
