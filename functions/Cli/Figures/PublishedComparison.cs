using Homeward.Columns;
using Homeward.Lake;
using Homeward.Synthetic;
using Homeward.Synthetic.Figures;

namespace Homeward.Cli.Figures;

/// <summary>Holds a lake's exact figures against those that a scenario's sources published.</summary>
static class PublishedComparison
{
    public static async Task<IReadOnlyList<Judgement>> Of(Scenario scenario, ILakeStore store, CancellationToken cancel)
    {
        var months = new Dictionary<Month, KpiFile?>();
        foreach (var period in scenario.Figures.SelectMany(figure => figure.Rows).Select(row => row.Period).Distinct())
        {
            months[period] = await KpiFile.Read(store, Zone.Restricted, period, cancel);
        }

        return [.. scenario.Figures.Select(figure => figure.Judge(row => months[row.Period] is { } file ? Value(file, row) : null))];
    }

    /// <exception cref="InputException">The figure names more than one row.</exception>
    static double? Value(KpiFile file, FigureRow row)
    {
        var wanted = new Dictionary<string, string?>
        {
            ["measure_id"] = row.Measure,
            ["window"] = row.Window,
            ["split"] = row.Split,
            ["collaborative"] = row.Collaborative,
            ["breakdown"] = row.Breakdown,
            ["scope"] = row.Scope,
            ["lens"] = row.Lens,
        };
        if (row.PrimaryLevel is not null)
        {
            wanted["primary_level"] = row.PrimaryLevel;
        }

        var found = file.Rows(wanted).Take(2).ToList();
        var column = row.Column switch
        {
            FigureColumn.Numerator => "numerator",
            FigureColumn.Denominator => "denominator",
            _ => "measure_value",
        };
        return found.Count switch
        {
            0 => null,
            1 => file.Number(column, found[0]),
            _ => throw new InvalidDataException($"{row} names more than one row of restricted/kpi."),
        };
    }
}
