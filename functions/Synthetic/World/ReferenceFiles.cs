using Homeward.Synthetic.Files;

namespace Homeward.Synthetic.World;

/// <summary>A landscape as the CSV files of reference.md.</summary>
static class ReferenceFiles
{
    public static IReadOnlyDictionary<string, byte[]> Of(Landscape world) => new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
    {
        ["organisations.csv"] = Organisations(world),
        ["sites.csv"] = Sites(world),
        ["postcodes.csv"] = Postcodes(world),
        ["practices.csv"] = Practices(world),
        ["collaboratives.csv"] = Collaboratives(world),
        ["members.csv"] = Members(world),
        ["collaborative_service_lines.csv"] = ServiceLines(world),
        ["natural_flow.csv"] = Flow(world),
        ["budgets.csv"] = Budgets(world),
        ["settings.json"] = "{}\n"u8.ToArray(),
    };

    static byte[] Organisations(Landscape world) => File(
        ["org_code", "name", "kind", "icb_code", "region_code", "from", "to"],
        csv =>
        {
            foreach (var home in world.Homes)
                csv.Text(home.Icb).Text(home.Name).Text("ICB").Text(home.Icb).Text(home.Region).Text("").Text("").End();
            foreach (var organisation in world.Organisations)
            {
                csv.Text(organisation.Code).Text(organisation.Name).Text(organisation.Kind).Text(organisation.Icb).Text(organisation.Region);
                csv.Text("").Text("").End();
            }
        });

    static byte[] Sites(Landscape world) => File(
        ["site_code", "org_code", "name", "easting", "northing", "postcode", "from", "to"],
        csv =>
        {
            foreach (var site in world.Sites)
            {
                csv.Text(site.Code).Text(site.Provider.Code).Text(site.Name).Integer(site.Easting).Integer(site.Northing).Text(site.Postcode);
                csv.Text("").Text("").End();
            }
        });

    static byte[] Postcodes(Landscape world) => File(
        ["postcode", "easting", "northing", "lsoa", "icb_code", "imd_decile"],
        csv =>
        {
            foreach (var place in world.Homes.SelectMany(home => home.Places))
                csv.Text(place.Postcode).Integer(place.Easting).Integer(place.Northing).Text(place.Lsoa).Text(place.Icb).Integer(place.Imd).End();

            // A naive lookup of a hospital's postcode finds the hospital's ICB.
            foreach (var site in world.Sites)
            {
                csv.Text(site.Postcode).Integer(site.Easting).Integer(site.Northing).Text("").Text(site.Provider.Icb).Integer(5).End();
            }
        });

    static byte[] Practices(Landscape world) => File(
        ["practice_code", "icb_code", "from", "to"],
        csv =>
        {
            foreach (var home in world.Homes)
            {
                foreach (var practice in home.Practices)
                    csv.Text(practice).Text(home.Icb).Text("").Text("").End();
            }
        });

    static byte[] Collaboratives(Landscape world) => File(
        ["collaborative", "name", "baseline_from", "baseline_to"],
        csv =>
        {
            foreach (var collaborative in world.Collaboratives)
                csv.Text(collaborative.Code).Text(collaborative.Name).Text($"{collaborative.BaselineFrom}").Text($"{collaborative.BaselineTo}").End();
        });

    static byte[] Members(Landscape world) => File(
        ["collaborative", "org_code", "role", "expected", "from", "to"],
        csv =>
        {
            foreach (var collaborative in world.Collaboratives)
            {
                foreach (var member in collaborative.Members)
                    csv.Text(collaborative.Code).Text(member.Organisation).Text(member.Role).Text("Y").Date(member.From).Text("").End();
            }
        });

    static byte[] ServiceLines(Landscape world) => File(
        ["collaborative", "service_line", "from", "to"],
        csv =>
        {
            foreach (var collaborative in world.Collaboratives)
            {
                foreach (var line in collaborative.ServiceLines)
                    csv.Text(collaborative.Code).Text(line).Text("").Text("").End();
            }
        });

    static byte[] Flow(Landscape world) => File(
        ["collaborative", "service_line", "home_icb", "site_code", "from", "to"],
        csv =>
        {
            foreach (var collaborative in world.Collaboratives)
            {
                foreach (var flow in collaborative.Flow)
                    csv.Text(collaborative.Code).Text(flow.ServiceLine).Text(flow.HomeIcb).Text(flow.Site).Date(flow.From).Text("").End();
            }
        });

    static byte[] Budgets(Landscape world) => File(
        ["collaborative", "service_line", "commissioner", "financial_year", "amount"],
        csv =>
        {
            foreach (var collaborative in world.Collaboratives)
            {
                foreach (var budget in collaborative.Budgets)
                {
                    csv.Text(collaborative.Code).Text(budget.ServiceLine).Text(budget.Commissioner).Text(budget.FinancialYear);
                    csv.Integer(budget.Amount).End();
                }
            }
        });

    static byte[] File(IReadOnlyList<string> header, Action<CsvSink> rows)
    {
        var bytes = new MemoryStream();
        using (var csv = new CsvSink(bytes))
        {
            csv.Header(header);
            rows(csv);
        }

        return bytes.ToArray();
    }
}
