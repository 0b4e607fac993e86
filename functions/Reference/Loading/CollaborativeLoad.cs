namespace Homeward.Reference.Loading;

/// <summary>Puts collaboratives together from their files and checks them against each other.</summary>
static class CollaborativeLoad
{
    public static IReadOnlyList<Collaborative> Read(FolderReader folder, Dated<Organisation> organisations, IReadOnlySet<string> icbs, Dated<Site> sites)
    {
        var log = folder.Log;
        var heads = CollaborativeFiles.Collaboratives(folder);
        var members = CollaborativeFiles.Members(folder);
        var lines = CollaborativeFiles.Lines(folder);
        var flow = CollaborativeFiles.Flow(folder);
        var budgets = CollaborativeFiles.Budgets(folder);
        var baselines = CollaborativeFiles.Baselines(folder);

        var known = heads.Select(head => head.Row.Code).ToHashSet(StringComparer.Ordinal);
        Contradictions.OfOwners(members, known, log);
        Contradictions.OfOwners(lines, known, log);
        Contradictions.OfOwners(flow, known, log);
        Contradictions.OfOwners(budgets, known, log);
        Contradictions.OfOwners(baselines, known, log);

        var collaboratives = heads.Select(head => head.Row).DistinctBy(head => head.Code).OrderBy(head => head.Code, StringComparer.Ordinal)
            .Select(head => head with
            {
                Members = Of(members, head.Code),
                Lines = Of(lines, head.Code),
                Flow = Of(flow, head.Code),
                Budgets = Of(budgets, head.Code),
                Baselines = Of(baselines, head.Code),
            })
            .ToArray();

        Contradictions.OfCollaboratives(heads, collaboratives, log);
        Contradictions.OfMembers(members, organisations, log);
        Contradictions.OfSharedMembers(members, collaboratives, log);
        Contradictions.OfFlow(flow, icbs, sites, collaboratives, log);
        Contradictions.OfHomes(flow, log);
        Overlaps.Check(
            lines, row => (row.Collaborative, row.Row.Line), row => row.Row.Effective, row => $"service line {row.Row.Line} of {row.Collaborative}", log);
        Overlaps.Check(
            budgets,
            row => (row.Collaborative, row.Row.Line, row.Row.Commissioner, row.Row.FinancialYear),
            _ => Effective.Always,
            row => $"budget of {row.Collaborative} for {row.Row.Line}, {row.Row.Commissioner} and the financial year from April {row.Row.FinancialYear}",
            log);
        Overlaps.Check(
            baselines,
            row => (row.Collaborative, row.Row.Line, row.Row.Measure, row.Row.Split),
            _ => Effective.Always,
            row => $"baseline of {row.Collaborative} for {row.Row.Measure} {row.Row.Split}",
            log);
        return collaboratives;
    }

    static T[] Of<T>(List<Located<Owned<T>>> rows, string collaborative) =>
        [.. rows.Where(row => row.Row.Collaborative == collaborative).Select(row => row.Row.Row)];
}
