using System.Text;

namespace Homeward.Reference.Tests;

/// <summary>A small reference folder without a fault, to be changed file by file.</summary>
sealed class Region
{
    readonly Dictionary<string, string> files = new(StringComparer.Ordinal)
    {
        ["organisations.csv"] = """
            org_code,name,kind,icb_code,region_code,from,to
            RAA,North Trust,NHS,QAA,Y61,,
            RBB,South Trust,NHS,QBB,Y61,,
            NAA,Elsewhere Care,IND,,,,
            QAA,North ICB,ICB,,Y61,,
            QBB,South ICB,ICB,,Y61,,
            QCC,Far ICB,ICB,,Y60,,
            13Q,A commissioning hub,OTH,,,,
            """,
        ["sites.csv"] = """
            site_code,org_code,name,easting,northing,postcode,from,to
            RAA01,RAA,Oak House,530000,180000,aa1 1aa,,
            RAA02,RAA,Elm House,531000,181000,AA1 2AA,,2023-12-31
            RBB01,RBB,Ash House,540000,190000,BB1 1BB,,
            NAA01,NAA,Far House,400000,400000,,,
            """,
        ["postcodes.csv"] = """
            postcode,easting,northing,lsoa,icb_code,imd_decile
            AA1 1AA,530000,180000,E01000001,QAA,3
            AA2 2AA,532000,182000,E01000002,QAA,7
            BB2 2BB,,,,QBB,
            """,
        ["practices.csv"] = """
            practice_code,icb_code,from,to
            A00001,QAA,,2024-06-30
            A00001,QBB,2024-07-01,
            """,
        ["collaboratives.csv"] = """
            collaborative,name,baseline_from,baseline_to
            NORTH,North Collaborative,2022-04,2023-03
            SOUTH,South Collaborative,,
            """,
        ["members.csv"] = """
            collaborative,org_code,role,expected,from,to
            NORTH,RAA,LEAD,Y,,
            SOUTH,RBB,,N,,
            """,
        ["collaborative_service_lines.csv"] = """
            collaborative,service_line,from,to
            NORTH,CYP,,
            NORTH,ASE,,
            SOUTH,CYP,,
            """,
        ["natural_flow.csv"] = """
            collaborative,service_line,home_icb,site_code,from,to
            NORTH,CYP,QAA,RAA01,,
            NORTH,CYP,QAA,RAA02,,2023-12-31
            NORTH,ASE,QAA,RBB01,,
            SOUTH,CYP,QBB,RBB01,,
            """,
    };

    public Region With(string file, string content)
    {
        files[file] = content;
        return this;
    }

    public Region Adding(string file, string rows) => With(file, files[file] + "\n" + rows);

    public Region Without(string file)
    {
        files.Remove(file);
        return this;
    }

    public ReferenceData Load() => ReferenceData.Load(files.ToDictionary(file => file.Key, file => Encoding.UTF8.GetBytes(file.Value)));

    public IReadOnlyList<string> Problems() => Assert.Throws<ReferenceException>(Load).Problems;
}
