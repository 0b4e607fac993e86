using Homeward.Submissions.Checking;
using Homeward.Submissions.Rules;

namespace Homeward.Synthetic.Defects;

/// <summary>One finding that a broken submission must give.</summary>
/// <param name="Line">Line of the file, the header being 1; null where the rule finds a whole file, or a row that is absent.</param>
/// <param name="Follows">The row was not touched: it falls with, or because of, one that was.</param>
public sealed record InjectedDefect(string Table, int? Line, string Rule, bool Follows);

/// <summary>Breaks rows of a clean submission, each in a way that one rule must find, and keeps account of it.</summary>
sealed class DefectInjector(Draft draft, Random chance)
{
    /// <summary>Somebody with an open spell is left out in the next month, with everything about them.</summary>
    public const string LostToFollowUp = "CON002";

    readonly List<(DraftRow Row, string Rule, bool Follows)> rows = [];
    readonly List<InjectedDefect> files = [];

    /// <summary>Every kind of defect that a row can have by itself.</summary>
    public static IReadOnlyList<DefectKind> Kinds { get; } =
    [
        .. PatientDefects.All, .. ReferralDefects.All, .. SpellDefects.All, .. WardStayDefects.All, .. BedDefects.All, .. OtherDefects.All,
    ];

    /// <summary>Rules that some kind of defect breaks: of a row, of an upload as a whole, or of what the region's submissions say together.</summary>
    public static IEnumerable<string> Rules =>
        [.. Kinds.Select(kind => kind.Rule), .. UploadDefect.All.Select(kind => kind.Rule), .. RegionDefect.All.Select(kind => kind.Rule), LostToFollowUp];

    /// <summary>Breaks rows; those of people who are placed stay whole, so that what the region finds can be told.</summary>
    /// <param name="share">Of the ward stays' number, how many rows to break.</param>
    public void BreakRows(double share)
    {
        var cases = draft["patients"].Select(patient => new Case(draft, patient)).Where(victim => !victim.IsPlaced).ToArray();
        chance.Shuffle(cases);
        var wanted = (int)Math.Ceiling(share * draft["ward_stays"].Count);

        // Whichever kind was last used longest ago goes first; one that a case does not lend itself to waits for the next case.
        var waiting = Kinds.ToArray();
        chance.Shuffle(waiting);
        var turns = new LinkedList<DefectKind>(waiting);
        foreach (var victim in cases)
        {
            if (wanted == 0)
                return;
            for (var turn = turns.First; turn is not null; turn = turn.Next)
            {
                if (turn.Value.Break(victim) is not { } broken)
                    continue;
                Note(turn.Value, broken);
                wanted--;
                turns.Remove(turn);
                turns.AddLast(turn);
                break;
            }
        }
    }

    /// <summary>Leaves somebody out who has an open spell in the month before.</summary>
    /// <returns>The spell's key; null where there is nobody.</returns>
    public string? LoseSomebody(OpenRecords before)
    {
        var cases = draft["patients"].Select(patient => new Case(draft, patient))
            .Where(victim => !victim.IsPlaced && victim.IsPlain && before.HasOpenSpell(victim.Spells[0]["HospProvSpellID"])).ToList();
        if (cases.Count == 0)
            return null;
        var lost = cases[chance.Next(cases.Count)];
        draft.Remove([lost.Patient, .. draft.Under(lost.Patient)]);
        return lost.Spells[0]["HospProvSpellID"];
    }

    public void Note(DraftRow row, string rule, bool follows = false) => rows.Add((row, rule, follows));

    /// <summary>Rows that are rejected, or fall with one that is.</summary>
    public HashSet<DraftRow> Rejected() => new(
        rows.Where(found => RuleCatalogue.Find(found.Rule).Severity is Severity.Record or Severity.Group).Select(found => found.Row),
        ReferenceEqualityComparer.Instance);

    /// <summary>What must be found, now that no row moves any more.</summary>
    public IReadOnlyList<InjectedDefect> Expected()
    {
        var lines = draft.Lines();
        return [.. files, .. rows.Select(found => new InjectedDefect(found.Row.Table.Name, lines[found.Row], found.Rule, found.Follows))];
    }

    void Note(DefectKind kind, Broken broken)
    {
        if (broken.File is { } file)
            files.Add(new(file, broken.FileLine, kind.Rule, false));
        foreach (var row in broken.Rows)
            Note(row, kind.Rule);
        foreach (var row in broken.Falling)
            Note(row, "GEN006", follows: true);
        if (broken.Besides is var (other, rule))
            Note(other, rule, follows: true);
    }
}
