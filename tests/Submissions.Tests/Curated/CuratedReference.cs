using System.Text;
using Homeward.Reference;

namespace Homeward.Submissions.Tests.Curated;

/// <summary>A world in which every source of a home speaks for another ICB.</summary>
static class CuratedReference
{
    public static ReferenceData Load() => ReferenceData.Load(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["organisations.csv"] = """
            org_code,name,kind,icb_code,region_code,from,to
            RWR,Our Trust,NHS,QM7,Y61,,
            RYK,Other Trust,NHS,QM7,Y61,,
            QM7,Sent ICB,ICB,,Y61,,
            QCO,Commissioning ICB,ICB,,Y61,,
            QPR,Practice ICB,ICB,,Y61,,
            QPC,Postcode ICB,ICB,,Y61,,
            13Q,Commissioning hub,OTH,,,,
            """,
        ["sites.csv"] = """
            site_code,org_code,name,easting,northing,postcode,from,to
            RWR01,RWR,Oak House,520000,210000,AL3 5TL,,
            RWR02,RWR,Elm House,,,,,
            RWR03,RWR,Shut House,520000,210000,,,2025-08-10
            RYK01,RYK,Far House,390000,290000,,,
            """,
        ["postcodes.csv"] = """
            postcode,easting,northing,lsoa,icb_code,imd_decile
            SG1 1AA,523499,224500,E01000001,QPC,4
            SG1 1AB,,,E01000002,QPC,
            AL3 5TL,520000,210000,E01000003,QPC,9
            """,
        ["practices.csv"] = """
            practice_code,icb_code,from,to
            D82001,QPR,,
            """,
    }.ToDictionary(file => file.Key, file => Encoding.UTF8.GetBytes(file.Value)));
}
