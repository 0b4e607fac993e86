using Homeward.Submissions.Specification;
using Homeward.Synthetic.Extract;

namespace Homeward.Synthetic.Defects;

/// <summary>A clean month, to be sent broken as a whole.</summary>
/// <param name="Files">The tables, without the manifest.</param>
/// <param name="RowsBefore">By table, of the month before; null in the first month.</param>
sealed record CleanMonth(DraftContext Context, IReadOnlyDictionary<string, byte[]> Files, IReadOnlyDictionary<string, int>? RowsBefore)
{
    public DateTime Created { get; } = (Context.Period + 1).FirstDay.AddDays(8).ToDateTime(new TimeOnly(9, 0));
}

/// <param name="Files">The manifest among them, where there is one.</param>
/// <param name="Found">Every finding that the files must give, but SUB008.</param>
sealed record FaultyUpload(IReadOnlyDictionary<string, byte[]> Files, IReadOnlyList<InjectedDefect> Found);

/// <summary>One way to break a file or a submission as a whole. The month's proper upload is received later and stands.</summary>
/// <param name="Break">Null where the month does not lend itself to it.</param>
sealed record UploadDefect(string Rule, Func<CleanMonth, FaultyUpload?> Break)
{
    public static IReadOnlyList<UploadDefect> All { get; } =
    [
        new("SUB001", month => Upload(month, month.Files, manifest => [.. manifest, .. manifest.AsSpan(manifest.AsSpan().IndexOf((byte)'\n') + 1)], At("submission", null, "SUB001"))),
        new("SUB002", month => Upload(month, month.Files, _ => ManifestOf(month with { Context = month.Context with { Provider = month.Context.Stranger } }, month.Files), At("submission", 2, "SUB002"))),
        new("SUB003", month => Upload(
            month,
            month.Files,
            _ => Manifest.Of(month.Context.Provider, month.Context.Period - 1, month.Created, month.Files.Keys),
            At("submission", 2, "SUB003"),
            At("submission", 2, "SUB003"))),
        new("SUB004", month => Upload(
            month,
            month.Files,
            _ => Manifest.Of(month.Context.Provider, month.Context.Period, month.Context.Period.LastDay.AddDays(-1).ToDateTime(new TimeOnly(9, 0)), month.Files.Keys),
            At("submission", 2, "SUB004"))),
        new("SUB005", month => Upload(month, Without(month, "beds.csv"), _ => ManifestOf(month, month.Files), At("beds", null, "SUB005"))),
        new("SUB005", month => !month.Files.ContainsKey("spend.csv") ? null : Upload(month, Without(month, "spend.csv"), _ => ManifestOf(month, month.Files), At("spend", null, "SUB005"))),
        new("SUB006", RaggedRow),
        new("SUB006", _ => new(new Dictionary<string, byte[]> { ["submission.zip"] = "This is no zip."u8.ToArray() }, [At("", null, "SUB006")])),
        new("SUB007", NegativeBeds),
        new("SUB008", month => month.RowsBefore?.GetValueOrDefault("community") > 10 ? Upload(month, With(month, "community.csv", Header(month, "community.csv"))) : null),
        new("SUB009", EmptyMonth),
        new("SUB011", month => Upload(month, With(month, "note.csv", "Anything\n"u8.ToArray()), At("", null, "SUB011"))),
        new("SUB012", NumbersAsKeys),
    ];

    static InjectedDefect At(string table, int? line, string rule, bool follows = false) => new(table, line, rule, follows);

    static FaultyUpload Upload(CleanMonth month, IReadOnlyDictionary<string, byte[]> files, params InjectedDefect[] found) => Upload(month, files, manifest => manifest, found);

    static FaultyUpload Upload(CleanMonth month, IReadOnlyDictionary<string, byte[]> files, Func<byte[], byte[]> change, params InjectedDefect[] found) =>
        new(new Dictionary<string, byte[]>(files) { ["submission.csv"] = change(ManifestOf(month, files)) }, found);

    static byte[] ManifestOf(CleanMonth month, IReadOnlyDictionary<string, byte[]> files) => Manifest.Of(
        month.Context.Provider, month.Context.Period, month.Created, files.Keys.Where(name => SpecificationTables.Find(Path.GetFileNameWithoutExtension(name)) is not null));

    static Dictionary<string, byte[]> Without(CleanMonth month, string name) => month.Files.Where(file => file.Key != name).ToDictionary();

    static Dictionary<string, byte[]> With(CleanMonth month, string name, byte[] bytes) => new(month.Files) { [name] = bytes };

    static byte[] Header(CleanMonth month, string name) => month.Files[name][..(month.Files[name].AsSpan().IndexOf((byte)'\n') + 1)];

    static FaultyUpload? RaggedRow(CleanMonth month)
    {
        if (!month.Files.TryGetValue("community.csv", out var clean))
            return null;
        var lines = clean.AsSpan().Count((byte)'\n');
        return Upload(month, With(month, "community.csv", [.. clean, .. "C999999,P999999\n"u8]), At("community", lines + 1, "SUB006"));
    }

    static FaultyUpload NegativeBeds(CleanMonth month)
    {
        var draft = new Draft(month.Files, month.Context);
        foreach (var ward in draft["beds"])
            ward["AvailBedDays"] = "-1";
        var found = Enumerable.Range(2, draft["beds"].Count).Select(line => At("beds", line, "BED001", follows: true));
        return Upload(month, draft.Files(), [At("beds", null, "SUB007"), .. found]);
    }

    static FaultyUpload EmptyMonth(CleanMonth month)
    {
        var mandatory = SpecificationTables.All.Where(table => table is { Mandatory: true, Key: not null }).ToList();
        return Upload(
            month,
            mandatory.ToDictionary(table => $"{table.Name}.csv", table => Header(month, $"{table.Name}.csv")),
            [.. mandatory.Select(table => At(table.Name, null, "SUB009"))]);
    }

    // More than one patient in twenty, and far from one in five.
    static FaultyUpload NumbersAsKeys(CleanMonth month)
    {
        var draft = new Draft(month.Files, month.Context);
        var broken = draft["patients"].Select(patient => new Case(draft, patient)).Where(victim => !victim.IsPlaced)
            .Take(draft["patients"].Count / 20 + 1).Select(PatientDefects.KeyIsNumber).ToList();
        var lines = draft.Lines();
        return Upload(
            month,
            draft.Files(),
            [
                At("patients", null, "SUB012"),
                .. broken.SelectMany(one => one.Rows).Select(row => At(row.Table.Name, lines[row], "PAT006", follows: true)),
                .. broken.SelectMany(one => one.Falling).Select(row => At(row.Table.Name, lines[row], "GEN006", follows: true)),
            ]);
    }
}
