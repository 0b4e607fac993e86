using System.CommandLine;
using Homeward.Cli.Figures;
using Homeward.Cli.Help;
using Homeward.Cli.Terminals;
using Homeward.Columns;
using Homeward.Lake;
using Homeward.Lake.Folder;
using Homeward.Measures.Catalogue;
using Homeward.Measures.Tallying;
using Homeward.Measures.Time;

namespace Homeward.Cli.Commands;

/// <summary>Prints figures of a lake.</summary>
sealed class KpisCommand : ExampleCommand
{
    readonly (string Column, Option<string?> Option)[] filters =
    [
        ("measure_id", OneOf("--measure", "K01", "Only this measure.", MeasureCatalogue.InKpi.Select(measure => measure.Id), MeasureCatalogue.NotInKpi)),
        ("window", OneOf("--window", "M", "Only this window: M, R3, R12, FY or SB.", WindowNames.All)),
        ("split", OneOf("--split", "NAME", "Only this split, such as inappropriate.", MeasureCatalogue.InKpi.SelectMany(measure => measure.Splits).Select(split => split.Name).Distinct())),
        ("scope", OneOf("--scope", "all|acute", "Only this scope.", ["all", "acute"])),
        ("lens", OneOf("--lens", "people|beds", "Only this lens.", ["people", "beds"])),
        ("breakdown", OneOf("--breakdown", "Provider", "Only this breakdown.", BreakdownNames.InKpi)),
        ("collaborative", new("--collaborative") { Description = "Only this collaborative; ALL is the programme.", HelpName = "CODE" }),
    ];

    readonly Option<DirectoryInfo> lake = SubmissionOptions.Folder("--lake", "Folder of the lake.");
    readonly Option<Month?> period = SubmissionOptions.Period("Only this month; without it, the newest.");
    readonly Option<bool> all = new("--all-periods") { Description = "Every month." };
    readonly Option<bool> restricted = new("--restricted") { Description = "Exact figures from restricted/, with numerator and denominator." };
    readonly Option<string> format = new("--format") { Description = "How to print.", HelpName = "table|csv|json", DefaultValueFactory = _ => "table" };

    public KpisCommand(Terminal terminal)
        : base("kpis", "Print figures: suppressed ones from marts, or exact ones.")
    {
        format.AcceptOnlyFromAmong("table", "csv", "json");
        Options.Add(lake);
        Options.Add(period);
        Options.Add(all);
        foreach (var (_, option) in filters)
        {
            Options.Add(option);
        }

        Options.Add(restricted);
        Options.Add(format);
        SetAction(async (parsed, cancel) =>
        {
            var wanted = filters.Where(filter => parsed.GetValue(filter.Option) is not null).ToDictionary(filter => filter.Column, filter => parsed.GetValue(filter.Option));
            var store = new FolderLake(parsed.GetRequiredValue(lake).FullName);
            var zone = parsed.GetValue(restricted) ? Zone.Restricted : Zone.Marts;
            var every = parsed.GetValue(all);
            var figures = await Figures(store, zone, await Months(store, zone, parsed.GetValue(period), every, cancel), wanted, cancel);
            switch (parsed.GetValue(CommandLine.Json) ? "json" : parsed.GetRequiredValue(format))
            {
                case "json":
                    Json.Write(terminal.Out, figures);
                    break;
                case "csv":
                    KpiCsv.Write(terminal.Out, figures, zone == Zone.Restricted);
                    break;
                default:
                    var table = new KpiTable(terminal);
                    table.Print(figures, every || figures.Count == 0 ? null : await Series(store, zone, Month.Parse(figures[0].Period), table.Points, wanted, cancel));
                    break;
            }

            return Exit.Done;
        });
    }

    public override IReadOnlyList<(string Line, string For)> Examples =>
    [
        ("kpis --lake lake/east-of-england --measure K04 --window R3 --breakdown Collaborative", "bed days of the last three months"),
        ("kpis --lake lake/east-of-england --measure K01 --all-periods --restricted --format csv", "a series, exact, for a spreadsheet"),
    ];

    /// <summary>A filter whose values are known beforehand, so that a slip of the keyboard is not taken for the answer that there are no figures.</summary>
    static Option<string?> OneOf(string name, string help, string description, IEnumerable<string> known, Func<string, string>? unknown = null)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = help };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } given && !known.Contains(given))
            {
                result.AddError(unknown?.Invoke(given) ?? $"{name} '{given}' is none that figures have: expected one of {string.Join(", ", known)}.");
            }
        });
        return option;
    }

    /// <summary>The months' figures with what else is known of each: its baseline, its limits, and England.</summary>
    static async Task<IReadOnlyList<KpiRow>> Figures(
        FolderLake store, Zone zone, IReadOnlyList<Month> months, IReadOnlyDictionary<string, string?> wanted, CancellationToken cancel)
    {
        var summary = await SummaryFigures.Read(store, zone, wanted, cancel);
        var figures = new List<KpiRow>();
        foreach (var month in months)
        {
            var file = await KpiFile.Read(store, zone, month, cancel) ?? throw NoFigures(store, month);
            var rows = KpiRow.Of(file, wanted);
            figures.AddRange(summary.AreOf(month, file.RunId) ? rows.Select(summary.Beside) : rows);
        }

        return [.. (await EnglandFigures.Read(store, cancel)).Beside(figures)];
    }

    /// <summary>A point per month up to the last: null where it has no such figure, not a number where it is suppressed.</summary>
    static async Task<IReadOnlyDictionary<FigureKey, double?[]>> Series(
        FolderLake store, Zone zone, Month last, int points, IReadOnlyDictionary<string, string?> wanted, CancellationToken cancel)
    {
        var series = new Dictionary<FigureKey, double?[]>();
        for (var point = 0; point < points; point++)
        {
            if (await KpiFile.Read(store, zone, last - (points - 1 - point), cancel) is not { } file)
            {
                continue;
            }

            foreach (var row in file.Rows(wanted))
            {
                var key = FigureKey.Of(file, row);
                series.TryAdd(key, new double?[points]);
                series[key][point] = file.Flag("suppressed", row) ? double.NaN : file.Number("measure_value", row);
            }
        }

        return series;
    }

    static async Task<IReadOnlyList<Month>> Months(FolderLake store, Zone zone, Month? only, bool all, CancellationToken cancel)
    {
        if (!Directory.Exists(store.Root))
        {
            throw new InputException($"The lake {store.Root} does not exist: 'homeward run' or 'homeward demo' makes one.");
        }

        var there = await KpiFile.Periods(store, zone, cancel);
        return there.Count == 0 ? throw NoFigures(store, only)
            : all ? there
            : [only ?? there[^1]];
    }

    static InputException NoFigures(FolderLake store, Month? month) =>
        new($"The lake {store.Root} has no figures{(month is null ? "" : $" for {month}")}: 'homeward run' computes them from accepted submissions.");
}
