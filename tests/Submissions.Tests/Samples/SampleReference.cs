using System.Text;
using Homeward.Reference;

namespace Homeward.Submissions.Tests.Samples;

/// <summary>A small world for sample submissions: the provider RWR with two sites, one other provider, one ICB.</summary>
static class SampleReference
{
    static readonly Dictionary<string, string> Files = new(StringComparer.Ordinal)
    {
        ["organisations.csv"] = """
            org_code,name,kind,icb_code,region_code,from,to
            RWR,Our Trust,NHS,QM7,Y61,,
            RYK,Other Trust,NHS,QM7,Y61,,
            ROLD,Closed Trust,NHS,QM7,Y61,,2024-12-31
            RMID,Trust of ten days,NHS,QM7,Y61,2025-08-10,2025-08-20
            RNEXT,Trust of the next month,NHS,QM7,Y61,2025-09-01,
            QM7,Our ICB,ICB,,Y61,,
            """,
        ["sites.csv"] = """
            site_code,org_code,name,easting,northing,postcode,from,to
            RWR01,RWR,Oak House,520000,210000,AL3 5TL,,
            RWR02,RWR,Elm House,521000,211000,AL3 5TN,,
            RYK01,RYK,Ash House,390000,290000,DY1 2AA,,
            """,
        ["postcodes.csv"] = """
            postcode,easting,northing,lsoa,icb_code,imd_decile
            SG1 1AA,523000,224000,E01000001,QM7,4
            SG1 1AB,523100,224100,E01000001,QM7,4
            """,
        ["practices.csv"] = """
            practice_code,icb_code,from,to
            D82001,QM7,,
            """,
    };

    public static ReferenceData Load(string settings = "{}") => ReferenceData.Load(
        Files.Append(new("settings.json", settings)).ToDictionary(file => file.Key, file => Encoding.UTF8.GetBytes(file.Value)));

    public static ReferenceData Default { get; } = Load();
}
