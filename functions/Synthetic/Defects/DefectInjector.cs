namespace Homeward.Synthetic.Defects;

/// <summary>One finding that a broken submission must give.</summary>
/// <param name="Line">Line of the file, the header being 1; null where the rule finds a column of the whole file.</param>
/// <param name="Follows">The row was not touched: it falls with, or because of, one that was.</param>
public sealed record InjectedDefect(string Table, int? Line, string Rule, bool Follows);

/// <summary>Breaks rows of a clean submission, each in a way that one rule must find, and keeps account of it.</summary>
static class DefectInjector
{
    /// <summary>Every kind of defect that a row can have; faults of a whole file or submission (SUB) are not among them.</summary>
    public static IReadOnlyList<DefectKind> Kinds { get; } =
    [
        .. PatientDefects.All, .. ReferralDefects.All, .. SpellDefects.All, .. WardStayDefects.All, .. BedDefects.All, .. OtherDefects.All,
    ];

    /// <param name="files">File name → bytes; the manifest may be among them and is left out of the answer.</param>
    /// <param name="share">Of the ward stays' number, how many rows to break.</param>
    public static (IReadOnlyDictionary<string, byte[]> Files, IReadOnlyList<InjectedDefect> Defects) Break(
        IReadOnlyDictionary<string, byte[]> files, DraftContext context, double share, Random chance)
    {
        var draft = new Draft(files, context);
        var cases = draft["patients"].Select(patient => new Case(draft, patient)).ToArray();
        chance.Shuffle(cases);
        var wanted = (int)Math.Ceiling(share * draft["ward_stays"].Count);
        List<(DefectKind Kind, Broken Broken)> done = [];

        // Whichever kind was last used longest ago goes first; one that a case does not lend itself to waits for the next case.
        var waiting = Kinds.ToArray();
        chance.Shuffle(waiting);
        var turns = new LinkedList<DefectKind>(waiting);
        foreach (var victim in cases.TakeWhile(_ => done.Count < wanted))
        {
            for (var turn = turns.First; turn is not null; turn = turn.Next)
            {
                if (turn.Value.Break(victim) is not { } broken)
                    continue;
                done.Add((turn.Value, broken));
                turns.Remove(turn);
                turns.AddLast(turn);
                break;
            }
        }

        return (draft.Files(), [.. Expected(draft, done)]);
    }

    static IEnumerable<InjectedDefect> Expected(Draft draft, List<(DefectKind Kind, Broken Broken)> done)
    {
        var lines = draft.Lines();
        foreach (var (kind, broken) in done)
        {
            if (broken.File is { } file)
                yield return new(file, broken.FileLine, kind.Rule, false);
            foreach (var row in broken.Rows)
                yield return new(row.Table.Name, lines[row], kind.Rule, false);
            foreach (var row in broken.Falling)
                yield return new(row.Table.Name, lines[row], "GEN006", true);
            if (broken.Besides is var (other, rule))
                yield return new(other.Table.Name, lines[other], rule, true);
        }
    }
}
