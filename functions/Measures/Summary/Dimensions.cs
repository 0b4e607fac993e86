using System.Globalization;
using Homeward.Columns;
using Homeward.Measures.Catalogue;
using Homeward.Measures.Outputs;
using Homeward.Measures.Records;
using Homeward.Measures.Tallying;
using Homeward.Reference;

namespace Homeward.Measures.Summary;

/// <summary>The star schema's dimensions.</summary>
static class Dimensions
{
    static readonly string[] OfOrganisations =
    [
        .. new[] { Breakdown.Provider, Breakdown.SendingProvider, Breakdown.ReceivingProvider, Breakdown.SendingReceiving, Breakdown.Commissioner }.Select(BreakdownNames.Of),
    ];

    /// <param name="published">The figures of the marts: a dimension names nothing that they do not.</param>
    public static IEnumerable<MartFile> Of(SummaryInput input, FigureSeries published)
    {
        var last = input.Periods.Count == 0 ? new Month(2000, 1) : input.Periods.Max(p => p.Period);
        yield return File("dim_measure", Measures());
        yield return File("dim_breakdown", Breakdowns());
        yield return File("dim_provider", Providers(input.Reference, last, published));
        yield return File("dim_icb", Icbs(input.Reference, last, published));
        yield return File("dim_service_line", ServiceLines(input.Reference));
        yield return File("dim_bed_class", BedClasses(input.Reference, last));
        yield return File("dim_window", WindowRows());
        yield return File("dim_collaborative", Collaboratives(input.Reference));
        yield return File("dim_period", Periods(input));
    }

    static MartFile File(string name, Table table) => new($"marts/{name}.parquet", table);

    static Table Measures()
    {
        (Measure Measure, Split Split)[] rows = [.. MeasureCatalogue.All.SelectMany(m => m.Splits, (measure, split) => (measure, split))];
        return new RowColumns<(Measure Measure, Split Split)>(rows)
            .Text("measure_id", r => r.Measure.Id)
            .Text("split", r => r.Split.Name)
            .Text("measure_name", r => r.Measure.Name)
            .Text("description", r => r.Measure.Description)
            .Text("formula", r => r.Measure.Formula)
            .Text("unit", r => r.Split.Unit.ToString().ToLowerInvariant())
            .Text("polarity", r => r.Measure.Polarity switch
            {
                Polarity.LowerIsBetter => "lower is better",
                Polarity.HigherIsBetter => "higher is better",
                _ => "neutral",
            })
            .Text("national_twin", r => r.Measure.NationalTwin)
            .Text("windows", r => MeasurePage.WindowsOf(r.Split))
            .Text("lenses", r => MeasurePage.LensesOf(r.Measure, r.Split))
            .Text("scopes", r => r.Measure.Scoped ? "all acute" : "all")
            .Flag("additive", r => r.Split.Additive)
            .Table("dim_measure");
    }

    static Table Breakdowns()
    {
        string[] rows = [.. BreakdownNames.InKpi];
        return new RowColumns<string>(rows)
            .Text("breakdown", r => r)
            .Flag("of_placements_only", r => Array.IndexOf(rows, r) > (int)Breakdown.OapReason)
            .Flag("total", r => r is BreakdownNames.Programme or BreakdownNames.Collaborative)
            .Table("dim_breakdown");
    }

    /// <summary>Every organisation that figures name, commissioners too; those that the reference data does not know by their code alone.</summary>
    static Table Providers(ReferenceData reference, Month last, FigureSeries published)
    {
        var rows = Newest(reference.Organisations).Concat(Unknown(reference, published, OfOrganisations)).OrderBy(o => o.Code, StringComparer.Ordinal).ToArray();
        return new RowColumns<Organisation>(rows)
            .Text("provider", r => r.Code)
            .Text("provider_name", r => r.Name)
            .Text("kind", r => r.Kind switch
            {
                OrganisationKind.Nhs => "NHS",
                OrganisationKind.Independent => "IND",
                OrganisationKind.Icb => "ICB",
                _ => "OTH",
            })
            .Text("icb", r => r.Icb)
            .Text("region", r => r.Region)
            .Text("collaborative", r => Collaborative(reference, r.Code, last))
            .Table("dim_provider");
    }

    static IEnumerable<Organisation> Newest(IEnumerable<Organisation> organisations) =>
        organisations.GroupBy(o => o.Code, StringComparer.Ordinal).Select(codes => codes.MaxBy(o => o.Effective.From)!);

    static IEnumerable<Organisation> Unknown(ReferenceData reference, FigureSeries published, string[] breakdowns)
    {
        var known = reference.Organisations.Select(o => o.Code).ToHashSet(StringComparer.Ordinal);
        return published.Levels(breakdowns).Append(CodePool.Unknown).Distinct().Where(code => !known.Contains(code))
            .Select(code => new Organisation(code, code, OrganisationKind.Other, null, null, Effective.Always));
    }

    static string? Collaborative(ReferenceData reference, string organisation, Month last)
    {
        var codes = reference.Collaboratives
            .Where(c => c.Members.Any(m => m.Organisation == organisation && m.Effective.On(last.LastDay)))
            .Select(c => c.Code);
        return string.Join(' ', codes) is { Length: > 0 } joined ? joined : null;
    }

    static Table Icbs(ReferenceData reference, Month last, FigureSeries published)
    {
        var rows = Newest(reference.Organisations.Where(o => o.Kind == OrganisationKind.Icb))
            .Concat(Unknown(reference, published, [BreakdownNames.Of(Breakdown.Icb)]))
            .OrderBy(o => o.Code, StringComparer.Ordinal)
            .ToArray();
        return new RowColumns<Organisation>(rows)
            .Text("icb", r => r.Code)
            .Text("icb_name", r => r.Name)
            .Text("region", r => r.Region)
            .Flag("current", r => r.Effective.On(last.LastDay))
            .Table("dim_icb");
    }

    static Table ServiceLines(ReferenceData reference) => new RowColumns<ServiceLine>([.. Enum.GetValues<ServiceLine>()])
        .Text("service_line", r => r == ServiceLine.Unknown ? CodePool.Unknown : r.ToString())
        .Text("service_line_name", r => r == ServiceLine.Unknown ? CodePool.Unknown : reference.Codes.Description(CodeList.ServiceLine, r.ToString()) ?? r.ToString())
        .Table("dim_service_line");

    static Table BedClasses(ReferenceData reference, Month last)
    {
        string[] rows =
        [
            CodePool.Unknown,
            .. reference.Codes.Codes(CodeList.BedClass, last).Select(reference.Codes.BedClass).OfType<string>().Distinct().Order(StringComparer.Ordinal),
        ];
        return new RowColumns<string>(rows)
            .Text("bed_class", r => r)
            .Text("bed_class_name", r => reference.Codes.Description(CodeList.BedClass, r) ?? r)
            .Text("service_line", r => reference.Codes.LineOfBedClass(r == CodePool.Unknown ? null : r) is not ServiceLine.Unknown and var line ? line.ToString() : null)
            .Flag("acute", r => r is "200" or "201" or "202")
            .Table("dim_bed_class");
    }

    static Table WindowRows()
    {
        (string Code, string Name)[] rows =
        [
            ("M", "The month"), ("R3", "The month and the two before"), ("R12", "The month and the eleven before"), ("FY", "Financial year to date"),
            ("SB", "Since the baseline"),
        ];
        return new RowColumns<(string Code, string Name)>(rows).Text("window", r => r.Code).Text("window_name", r => r.Name).Table("dim_window");
    }

    static Table Collaboratives(ReferenceData reference)
    {
        Collaborative?[] rows = [null, .. reference.Collaboratives];
        return new RowColumns<Collaborative?>(rows)
            .Text("collaborative", r => r?.Code ?? KpiTable.Programme)
            .Text("collaborative_name", r => r?.Name ?? "All collaboratives")
            .Text("baseline_from", r => r?.BaselineFrom?.ToString())
            .Text("baseline_to", r => r?.BaselineTo?.ToString())
            .Text("service_lines", r => string.Join(' ', (r is null ? reference.Collaboratives : [r]).SelectMany(c => c.Lines).Select(l => l.Line.ToString()).Distinct().Order(StringComparer.Ordinal)))
            .Table("dim_collaborative");
    }

    static Table Periods(SummaryInput input) => new RowColumns<ComputedPeriod>([.. input.Periods.OrderBy(p => p.Period)])
        .Day("reporting_period_start", r => r.Period.Start)
        .Day("reporting_period_end", r => r.Period.End)
        .Text("period", r => r.Period.ToString())
        .Text("financial_year", r => FinancialYear(r.Period))
        .Number("financial_month", r => r.Period - r.Period.FinancialYearStart + 1)
        .Text("status", r => r.Period <= input.Reference.Settings.ClosedThrough ? "Final" : "Provisional")
        .Text("run_id", r => r.RunId)
        .Table("dim_period");

    static string FinancialYear(Month month)
    {
        var year = month.FinancialYearStart.Year;
        return string.Create(CultureInfo.InvariantCulture, $"{year}/{(year + 1) % 100:00}");
    }
}
