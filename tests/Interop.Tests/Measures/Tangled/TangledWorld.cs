namespace Homeward.Interop.Tests.Measures.Tangled;

/// <summary>
/// Reference data with every knot that reference.md allows: three collaboratives, two with baselines of their own, members who join and leave,
/// lines that begin and end, trusts that are in two, a home that two collaboratives list for different lines, a natural flow that moves.
/// </summary>
static class TangledWorld
{
    /// <summary>Who submits. X01 is no member; N03 leaves the north and joins the south.</summary>
    public static readonly string[] Providers = ["N01", "N02", "N03", "S01", "X01"];

    public static readonly Dictionary<string, string[]> Sites = new(StringComparer.Ordinal)
    {
        ["N01"] = ["N0101", "N0102"],
        ["N02"] = ["N0201"],
        ["N03"] = ["N0301"],
        ["S01"] = ["S0101", "S0102"],
        ["X01"] = ["X0101"],
        ["Z01"] = ["Z0101"],
    };

    public static readonly string?[] Homes = ["QN1", "QN1", "QN2", "QS1", "QS1", "QZ1", null];

    /// <summary>The last two are hospitals' own.</summary>
    public static readonly string?[] Postcodes = ["AA1 1AA", "AA1 1AA", "AA1 2AA", "AB1 1AA", "BA1 1AA", "BA1 1AA", "CA1 1AA", "DA1 1AA", "EA1 1AA", "ZZ99 3WZ", "QQ9 9QQ", null, "AA9 9AA", "BA9 9AA"];

    public static readonly string?[] Practices = ["A81001", "A81002", "B81001", "C81001", "V81999", null];

    public static IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["organisations.csv"] = """
            org_code,name,kind,icb_code,region_code,from,to
            N01,North Lead,NHS,QN1,Y63,,
            N02,North Coast,NHS,QN2,Y63,,
            N03,Border,NHS,QN2,Y63,,
            S01,South Lead,NHS,QS1,Y59,,
            X01,Crossways,IND,,,,
            Z01,Far Hospital,IND,,,,
            QN1,North One ICB,ICB,QN1,Y63,,
            QN2,North Two ICB,ICB,QN2,Y63,,
            QS1,South One ICB,ICB,QS1,Y59,,
            QZ1,Elsewhere ICB,ICB,QZ1,Y58,,
            13Q,National hub,OTH,,,,
            """,
        ["sites.csv"] = """
            site_code,org_code,name,easting,northing,postcode,from,to
            N0101,N01,Alder,400000,500000,AA9 9AA,,
            N0102,N01,Birch,412345,500000,,,
            N0201,N02,Cherry,420000,530000,,,
            N0301,N03,Damson,430000,430000,,,
            S0101,S01,Elm,425000,505000,BA9 9AA,,
            S0102,S01,Fir,,,,,
            X0101,X01,Gorse,480000,560000,,,
            Z0101,Z01,Hazel,300000,100000,,,
            """,
        ["postcodes.csv"] = """
            postcode,easting,northing,lsoa,icb_code,imd_decile
            AA1 1AA,401000,502000,E01000001,QN1,1
            AA1 2AA,420500,511400,E01000002,QN1,10
            AB1 1AA,405000,531000,E01000003,QN2,5
            BA1 1AA,424000,482000,E01000004,QS1,3
            CA1 1AA,300000,180000,E01000005,QZ1,
            DA1 1AA,435000,500000,E01000006,QN1,4
            EA1 1AA,530000,500000,E01000007,QZ1,7
            AA9 9AA,400000,500000,,QN1,5
            BA9 9AA,425000,505000,,QS1,5
            """,
        ["practices.csv"] = """
            practice_code,icb_code,from,to
            A81001,QN1,,
            A81002,QN2,,
            B81001,QS1,,
            C81001,QZ1,,
            """,
        ["collaboratives.csv"] = """
            collaborative,name,baseline_from,baseline_to
            NORTH,North Collaborative,2024-10,2024-12
            SOUTH,South Collaborative,2024-10,2025-01
            EAST,East Collaborative for the young,,
            """,
        ["members.csv"] = """
            collaborative,org_code,role,expected,from,to
            NORTH,N01,LEAD,Y,,
            NORTH,N02,MEMBER,Y,2025-01-10,
            NORTH,N03,MEMBER,Y,,2025-02-28
            SOUTH,N03,MEMBER,Y,2025-03-01,
            SOUTH,S01,LEAD,Y,,
            EAST,S01,LEAD,Y,,
            EAST,N01,SUBCONTRACTOR,N,2024-12-01,
            """,
        ["collaborative_service_lines.csv"] = """
            collaborative,service_line,from,to
            NORTH,AAC,,
            NORTH,OAC,2025-01-15,
            EAST,CYP,,
            SOUTH,AAC,,
            SOUTH,ASE,,2025-04-30
            """,
        ["natural_flow.csv"] = """
            collaborative,service_line,home_icb,site_code,from,to
            NORTH,AAC,QN1,N0101,,
            NORTH,AAC,QN1,N0102,2025-02-01,
            NORTH,AAC,QN2,N0201,,
            NORTH,AAC,QN2,N0301,,2025-02-28
            NORTH,OAC,QN1,N0101,,
            EAST,CYP,QN1,N0102,,
            EAST,CYP,QN2,N0102,,
            EAST,CYP,QS1,N0102,,
            SOUTH,AAC,QS1,S0101,,
            SOUTH,AAC,QS1,N0301,2025-03-01,
            SOUTH,ASE,QS1,S0102,,
            """,
        ["budgets.csv"] = """
            collaborative,service_line,commissioner,financial_year,amount
            NORTH,AAC,QN1,2024/25,1200000
            EAST,CYP,13Q,2024/25,600000
            NORTH,AAC,QN1,2025/26,1100000.50
            SOUTH,AAC,QS1,2024/25,900000
            SOUTH,ASE,QS1,2025/26,250000
            """,
        ["baselines.csv"] = """
            collaborative,service_line,measure_id,split,value,source
            EAST,CYP,K22,actual,250000.55,Contract of 2023
            NORTH,,K01,all,12,Board paper
            """,
        ["settings.json"] = "{}",
    };
}
