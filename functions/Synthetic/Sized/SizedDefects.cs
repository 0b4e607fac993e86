using Homeward.Columns;
using Homeward.Synthetic.Defects;
using Homeward.Synthetic.Extract;

namespace Homeward.Synthetic.Sized;

/// <param name="Name">Of the upload.</param>
/// <param name="Defects">Every finding that it must give, those of the region's computation among them.</param>
sealed record BrokenUpload(string Name, IReadOnlyDictionary<string, byte[]> Files, IReadOnlyList<InjectedDefect> Defects);

/// <summary>One trust's months with faults, one after the other: what a month lacks shows beside the month before.</summary>
sealed class SizedDefects(SizedRequest request, SizedWorld world, int provider)
{
    // Random draws that sender and receiver of placements make alike begin here; those of one trust alone before.
    const int Own = 1000;
    const int Placed = 2000;

    readonly SizedStory story = new(request, world, provider);
    ProviderRecords? records;
    OpenRecords? open;
    IReadOnlyDictionary<string, int>? rows;

    ProviderRecords Records => records ??= new(world.Trusts[provider], world.WardsOf[provider], story.Book, request.First, request.Last);

    /// <summary>The uploads of the next month, in the order received: one that is broken as a whole, then the month's own with broken rows.</summary>
    /// <param name="month">The months are asked for one after the other.</param>
    public IReadOnlyList<BrokenUpload> Of(Month month)
    {
        var clean = SizedUpload.Clean(Records, month);
        var tables = clean.Where(file => file.Key != "submission.csv").ToDictionary();
        var context = new DraftContext(
            Records.Provider.Code, month, world.WardsOf[provider][0].Site.Postcode, world.Elsewhere.Provider.Code, world.Elsewhere.Code);
        var faulty = Faulty(new(context, tables, rows));
        var draft = new Draft(tables, context);
        var injector = new DefectInjector(draft, Chance(provider, Own, month));
        var lost = open is null ? null : injector.LoseSomebody(open);
        injector.BreakRows(request.Defects);
        Misplace(injector, draft, month);

        var files = new Dictionary<string, byte[]>(draft.Files()) { ["submission.csv"] = clean["submission.csv"] };
        var now = new OpenRecords(draft, injector.Rejected());
        List<InjectedDefect> expected =
        [
            .. injector.Expected(),
            .. Jumps(files, kind: null),
            .. (open?.LostIn(now) ?? []).Select(record => new InjectedDefect(record.Table, null, DefectInjector.LostToFollowUp, record.Key != lost)),
        ];
        (open, rows) = (now, RowCounts.Of(files));
        return [faulty, new(SizedUpload.Name, files, expected)];
    }

    // Every kind has its turn; one that the month does not lend itself to leaves it to the next.
    BrokenUpload Faulty(CleanMonth month)
    {
        var first = request.Seed + provider * request.Months + (month.Context.Period - request.First);
        for (var turn = 0; ; turn++)
        {
            var kind = UploadDefect.All[(int)((uint)(first + turn) % UploadDefect.All.Count)];
            if (kind.Break(month) is { } upload)
                return new($"broken-{kind.Rule.ToLowerInvariant()}", upload.Files, [.. upload.Found, .. Jumps(upload.Files, kind.Rule)]);
        }
    }

    /// <param name="kind">The rule that was broken on purpose; what cannot be read has no rows to compare.</param>
    IEnumerable<InjectedDefect> Jumps(IReadOnlyDictionary<string, byte[]> files, string? kind) => kind == "SUB006"
        ? []
        : RowCounts.Jumps(rows, RowCounts.Of(files)).Select(table => new InjectedDefect(table, null, "SUB008", kind != "SUB008"));

    void Misplace(DefectInjector injector, Draft draft, Month month)
    {
        foreach (var (kind, placed) in RegionDefect.Plan(story.Sent, month, Chance(provider, Placed, month))
            .Concat(RegionDefect.Plan(story.SentElsewhere, month, Chance(provider, Placed, month))))
        {
            if (kind.AtSender is { } change && Records.OapNumber(placed) is { } number)
                injector.Note(change(draft, draft.Find("oaps", 'O', number), placed), kind.Rule);
        }

        if (story.Sender is not { } sender)
            return;
        foreach (var (kind, placed) in RegionDefect.Plan(story.Received, month, Chance(sender, Placed, month)))
        {
            if (kind.AtReceiver is { } change && Records.SpellNumber(placed) is { } number)
            {
                change(draft.Find("referrals", 'R', number));
                injector.Note(draft.Find("ward_stays", InpatientRows.PartKey(0), number), kind.Rule);
            }
        }
    }

    Random Chance(int trust, int part, Month month) => new(SizedPlacements.HashCode(request.Seed, trust, part + (month - request.First)));
}
