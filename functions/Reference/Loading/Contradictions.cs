namespace Homeward.Reference.Loading;

/// <summary>What the files say against each other.</summary>
static class Contradictions
{
    public static void OfSites(List<Located<Site>> sites, Dated<Organisation> organisations, LoadLog log)
    {
        foreach (var (site, file, where) in sites)
        {
            if (!organisations.KnowsDuring(site.Organisation, site.Effective))
            {
                log.Problem(file, $"{where}: site {site.Code} belongs to {site.Organisation}, which organisations.csv does not have {During(site.Effective)}.");
            }
        }
    }

    public static void OfMembers(List<Located<Owned<Member>>> members, Dated<Organisation> organisations, LoadLog log)
    {
        foreach (var (member, file, where) in members)
        {
            if (!organisations.KnowsDuring(member.Row.Organisation, member.Row.Effective))
            {
                log.Problem(file, $"{where}: member {member.Row.Organisation} of {member.Collaborative} is not in organisations.csv {During(member.Row.Effective)}.");
            }
        }

        Overlaps.Check(
            members, row => (row.Collaborative, row.Row.Organisation), row => row.Row.Effective, row => $"member {row.Row.Organisation} of {row.Collaborative}", log);
    }

    /// <summary>An organisation may be in two collaboratives at once only where they share no service line in that time.</summary>
    public static void OfSharedMembers(List<Located<Owned<Member>>> members, IReadOnlyList<Collaborative> collaboratives, LoadLog log)
    {
        var lines = collaboratives.ToDictionary(collaborative => collaborative.Code, collaborative => collaborative.Lines, StringComparer.Ordinal);
        foreach (var same in members.GroupBy(member => member.Row.Row.Organisation, StringComparer.Ordinal))
        {
            foreach (var (first, second) in Pairs([.. same]))
            {
                if (first.Row.Collaborative != second.Row.Collaborative
                    && Shared(first.Row.Row.Effective, second.Row.Row.Effective) is { } span
                    && SharedLine(lines.GetValueOrDefault(first.Row.Collaborative, []), lines.GetValueOrDefault(second.Row.Collaborative, []), span) is { } line)
                {
                    log.Problem(second.File, $"{second.Where}: {same.Key} is a member of {first.Row.Collaborative} and of {second.Row.Collaborative} "
                        + $"at once ({span}), and both answer for {line}: part them by from and to, or by service line.");
                }
            }
        }
    }

    public static void OfFlow(
        List<Located<Owned<FlowRow>>> flow, IReadOnlySet<string> icbs, Dated<Site> sites, IReadOnlyList<Collaborative> collaboratives, LoadLog log)
    {
        var lines = collaboratives.ToDictionary(collaborative => collaborative.Code, collaborative => collaborative.Lines, StringComparer.Ordinal);
        foreach (var (row, file, where) in flow)
        {
            if (!sites.KnowsDuring(row.Row.Site, row.Row.Effective))
            {
                log.Problem(file, $"{where}: site {row.Row.Site} is not in sites.csv {During(row.Row.Effective)}.");
            }

            if (!icbs.Contains(row.Row.HomeIcb))
            {
                log.Problem(file, $"{where}: home_icb {row.Row.HomeIcb} is no organisation of kind ICB in organisations.csv.");
            }

            if (lines.TryGetValue(row.Collaborative, out var own)
                && !own.Any(line => line.Line == row.Row.Line && line.Effective.Overlaps(row.Row.Effective)))
            {
                log.Problem(file, $"{where}: {row.Collaborative} does not answer for {row.Row.Line} {During(row.Row.Effective)}: add it to "
                    + $"{CollaborativeFiles.LinesFile} or take the row out.");
            }
        }

        Overlaps.Check(
            flow,
            row => (row.Collaborative, row.Row.Line, row.Row.HomeIcb, row.Row.Site),
            row => row.Row.Effective,
            row => $"site {row.Row.Site} for {row.Row.HomeIcb} and {row.Row.Line} in {row.Collaborative}",
            log);
    }

    /// <summary>Only one collaborative may list a home ICB for a service line at a time (reference.md).</summary>
    public static void OfHomes(List<Located<Owned<FlowRow>>> flow, LoadLog log)
    {
        foreach (var home in flow.GroupBy(row => (row.Row.Row.HomeIcb, row.Row.Row.Line)))
        {
            var said = new HashSet<(string, string)>();
            foreach (var (first, second) in Pairs([.. home.DistinctBy(row => (row.Row.Collaborative, row.Row.Row.Effective))]))
            {
                if (first.Row.Collaborative != second.Row.Collaborative
                    && Shared(first.Row.Row.Effective, second.Row.Row.Effective) is { } span
                    && said.Add((first.Row.Collaborative, second.Row.Collaborative)))
                {
                    log.Problem(second.File, $"{second.Where}: {second.Row.Collaborative} lists home ICB {home.Key.HomeIcb} for {home.Key.Line}, which "
                        + $"{first.Row.Collaborative} lists on {first.Where} ({span}): only one collaborative may list a home for a service line at a time.");
                }
            }
        }
    }

    public static void OfCollaboratives(List<Located<Collaborative>> rows, IReadOnlyList<Collaborative> collaboratives, LoadLog log)
    {
        Overlaps.Check(rows, row => row.Code, _ => Effective.Always, row => $"collaborative {row.Code}", log);
        foreach (var (row, file, where) in rows)
        {
            if (row.BaselineFrom > row.BaselineTo)
            {
                log.Problem(file, $"{where}: baseline_from {row.BaselineFrom} is after baseline_to {row.BaselineTo}: swap or correct them.");
            }

            if (row.BaselineFrom is null != row.BaselineTo is null)
            {
                log.Problem(file, $"{where}: only one of baseline_from and baseline_to is given: give both months or none.");
            }
        }

        foreach (var collaborative in collaboratives)
        {
            if (collaborative.Lines.Count == 0)
            {
                log.Problem(CollaborativeFiles.LinesFile, $"{CollaborativeFiles.LinesFile}: {collaborative.Code} has no service line, so nothing would count for it: add one.");
            }

            if (collaborative.Members.Count == 0)
            {
                log.Note($"{CollaborativeFiles.MembersFile}: {collaborative.Code} has no member.");
            }
        }
    }

    public static void OfOwners<T>(List<Located<Owned<T>>> rows, IReadOnlySet<string> collaboratives, LoadLog log)
    {
        foreach (var (row, file, where) in rows.Where(row => !collaboratives.Contains(row.Row.Collaborative)))
        {
            log.Problem(file, $"{where}: collaborative {row.Collaborative} is not in {CollaborativeFiles.CollaborativesFile}.");
        }
    }

    public static void OfAccess(
        List<Located<PullSource>> sources, List<Located<Caller>> callers, Dated<Organisation> organisations, IReadOnlySet<string> collaboratives, LoadLog log)
    {
        foreach (var (source, file, where) in sources.Where(source => !organisations.Knows(source.Row.Provider)))
        {
            log.Problem(file, $"{where}: provider {source.Provider} is not in organisations.csv.");
        }

        foreach (var (caller, file, where) in callers)
        {
            if (caller.Organisation is { } organisation && !organisations.Knows(organisation))
            {
                log.Problem(file, $"{where}: org_code {organisation} is not in organisations.csv.");
            }

            if (caller.Collaborative is { } collaborative && !collaboratives.Contains(collaborative))
            {
                log.Problem(file, $"{where}: collaborative {collaborative} is not in {CollaborativeFiles.CollaborativesFile}.");
            }
        }
    }

    /// <summary>ICB codes that nothing knows make homes that nobody lists: worth a word, no reason to stop.</summary>
    public static void OfIcbs(string file, IEnumerable<string> codes, IReadOnlySet<string> icbs, LoadLog log)
    {
        var unknown = codes.Where(code => !icbs.Contains(code)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (unknown.Length > 0)
        {
            log.Note($"{file}: {unknown.Length} code(s) are no organisation of kind ICB in organisations.csv: {string.Join(' ', unknown.Take(10))}.");
        }
    }

    static ServiceLine? SharedLine(IReadOnlyList<CommissionedLine> first, IReadOnlyList<CommissionedLine> second, Effective span)
    {
        foreach (var line in first.Where(line => line.Effective.Overlaps(span)))
        {
            if (Shared(line.Effective, span) is { } part && second.Any(other => other.Line == line.Line && other.Effective.Overlaps(part)))
            {
                return line.Line;
            }
        }

        return null;
    }

    static Effective? Shared(Effective first, Effective second) => first.Overlaps(second)
        ? new Effective(first.From > second.From ? first.From : second.From, first.To < second.To ? first.To : second.To)
        : null;

    static IEnumerable<(T First, T Second)> Pairs<T>(IReadOnlyList<T> rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            for (var j = i + 1; j < rows.Count; j++)
            {
                yield return (rows[i], rows[j]);
            }
        }
    }

    static string During(Effective effective) => effective == Effective.Always ? "at any time" : $"at any time {effective}";
}
