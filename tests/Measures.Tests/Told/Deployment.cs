using System.Text;
using Homeward.Reference;

namespace Homeward.Measures.Tests.Told;

/// <summary>
/// The world of the tests. EAST: trusts RA1 (lead) and RA2, people of QEE, adult acute, older adult and CYP. WEST: trust RB1, people of
/// QWW, adult acute. X01 is independent and a member of neither; people of QZZ belong to nobody.
/// </summary>
static class Deployment
{
    static readonly Dictionary<string, string> Files = new(StringComparer.Ordinal)
    {
        ["organisations.csv"] = """
            org_code,name,kind,icb_code,region_code,from,to
            RA1,Lead Trust,NHS,QEE,Y61,,
            RA2,Second Trust,NHS,QEE,Y61,,
            RB1,West Trust,NHS,QWW,Y58,,
            X01,Faraway Care,IND,,,,
            QEE,East ICB,ICB,,Y61,,
            QWW,West ICB,ICB,,Y58,,
            QZZ,Distant ICB,ICB,,Y62,,
            """,
        ["sites.csv"] = """
            site_code,org_code,name,easting,northing,postcode,from,to
            RA101,RA1,Ash House,,,,,
            RA102,RA1,Beech House,,,,,
            RA201,RA2,Cedar House,,,,,
            RB101,RB1,Dove House,,,,,
            X0101,X01,Elm House,,,,,
            """,
        ["collaboratives.csv"] = """
            collaborative,name,baseline_from,baseline_to
            EAST,East Collaborative,2024-04,2025-03
            WEST,West Collaborative,,
            """,
        ["members.csv"] = """
            collaborative,org_code,role,expected,from,to
            EAST,RA1,LEAD,Y,,
            EAST,RA2,MEMBER,Y,2024-01-01,
            WEST,RB1,LEAD,Y,,
            """,
        ["collaborative_service_lines.csv"] = """
            collaborative,service_line,from,to
            EAST,AAC,,
            EAST,OAC,,
            EAST,CYP,,
            WEST,AAC,,
            """,
        ["natural_flow.csv"] = """
            collaborative,service_line,home_icb,site_code,from,to
            EAST,AAC,QEE,RA101,,
            EAST,AAC,QEE,RA201,,
            EAST,OAC,QEE,RA101,,
            EAST,CYP,QEE,RA102,,
            WEST,AAC,QWW,RB101,,
            """,
        ["settings.json"] = "{}",
    };

    public static ReferenceData Reference { get; } = With();

    public static ReferenceData With(params (string File, string Text)[] changes)
    {
        var files = new Dictionary<string, string>(Files, StringComparer.Ordinal);
        foreach (var (file, text) in changes)
        {
            files[file] = text;
        }

        return ReferenceData.Load(files.ToDictionary(file => file.Key, file => Encoding.UTF8.GetBytes(file.Value), StringComparer.Ordinal));
    }
}
