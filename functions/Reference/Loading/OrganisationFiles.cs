using Homeward.Columns.Csv;

namespace Homeward.Reference.Loading;

/// <summary>Reads <c>organisations.csv</c>, <c>sites.csv</c> and <c>practices.csv</c>.</summary>
static class OrganisationFiles
{
    public const string OrganisationsFile = "organisations.csv";
    public const string SitesFile = "sites.csv";
    public const string PracticesFile = "practices.csv";

    public static List<Located<Organisation>> Organisations(FolderReader folder)
    {
        var rows = folder.Rows(
            OrganisationsFile,
            [new("org_code"), new("name", Optional: true), new("kind"), new("icb_code", Optional: true), new("region_code", Optional: true), FileColumn.From, FileColumn.To],
            (file, row) => file.Key(row, "org_code") is { } code
                ? new Organisation(
                    code,
                    file.Text(row, "name") ?? code,
                    Kind(file, row),
                    file.Code(row, "icb_code"),
                    file.Code(row, "region_code"),
                    file.Effective(row))
                : null);
        Overlaps.Check(rows, row => row.Code, row => row.Effective, row => $"organisation {row.Code}", folder.Log);
        return rows;
    }

    public static List<Located<Site>> Sites(FolderReader folder)
    {
        var rows = folder.Rows(
            SitesFile,
            [
                new("site_code"), new("org_code"), new("name", Optional: true), new("easting", CsvType.Integer, Optional: true),
                new("northing", CsvType.Integer, Optional: true), new("postcode", Optional: true), FileColumn.From, FileColumn.To,
            ],
            (file, row) => file.Key(row, "site_code") is { } code && file.Key(row, "org_code") is { } organisation
                ? new Site(
                    code,
                    organisation,
                    file.Text(row, "name") ?? code,
                    file.Integer(row, "easting"),
                    file.Integer(row, "northing"),
                    SitePostcode(file, row),
                    file.Effective(row))
                : null);
        Overlaps.Check(rows, row => row.Code, row => row.Effective, row => $"site {row.Code}", folder.Log);
        return rows;
    }

    public static List<Located<Practice>> Practices(FolderReader folder)
    {
        var rows = folder.Rows(
            PracticesFile,
            [new("practice_code"), new("icb_code"), FileColumn.From, FileColumn.To],
            (file, row) => file.Key(row, "practice_code") is { } code && file.Key(row, "icb_code") is { } icb
                ? new Practice(code, icb, file.Effective(row))
                : null);
        Overlaps.Check(rows, row => row.Code, row => row.Effective, row => $"practice {row.Code}", folder.Log);
        return rows;
    }

    static OrganisationKind Kind(ReferenceFile file, int row)
    {
        switch (file.Code(row, "kind"))
        {
            case "NHS":
                return OrganisationKind.Nhs;
            case "IND":
                return OrganisationKind.Independent;
            case "ICB":
                return OrganisationKind.Icb;
            case "OTH" or null:
                return OrganisationKind.Other;
            case var kind:
                file.Problem(row, $"kind '{kind}' is unknown: expected NHS, IND, ICB or OTH.");
                return OrganisationKind.Other;
        }
    }

    static string? SitePostcode(ReferenceFile file, int row)
    {
        var sent = file.Text(row, "postcode");
        if (sent is not null && !Postcode.TryNormalise(sent, out _))
        {
            file.Problem(row, $"postcode '{sent}' has not the shape of one: expected such as CB21 5EF.");
        }

        return Postcode.TryNormalise(sent, out var postcode) ? postcode : null;
    }
}
