using System.Collections.Frozen;
using Homeward.Submissions.Rules.Catalogue;

namespace Homeward.Submissions.Rules;

/// <summary>Every rule of submission.md §4, in its order. Findings, reports and documentation take their words from here.</summary>
public static class RuleCatalogue
{
    public static IReadOnlyList<RuleEntry> All { get; } =
    [
        .. SubmissionEntries.All, .. GeneralEntries.All, .. PatientEntries.All, .. ReferralEntries.All, .. SpellEntries.All,
        .. WardStayEntries.All, .. OapEntries.All, .. OtherTableEntries.All,
    ];

    static readonly FrozenDictionary<string, RuleEntry> ById = All.ToFrozenDictionary(entry => entry.Id);

    /// <exception cref="KeyNotFoundException">No rule has that id.</exception>
    public static RuleEntry Find(string id) =>
        ById.TryGetValue(id, out var entry) ? entry : throw new KeyNotFoundException($"The catalogue has no rule {id}.");
}
