namespace Homeward.Reference.Tests;

public class ContradictionTests
{
    [Theory]
    [InlineData("organisations.csv", "RAA,Again,NHS,,,,", "organisations.csv line 9: organisation RAA is given twice for the same days, also on organisations.csv line 2")]
    [InlineData("organisations.csv", ",Nameless,NHS,,,,", "organisations.csv line 9: org_code is blank")]
    [InlineData("organisations.csv", "RZZ,Z,TRUST,,,,", "kind 'TRUST' is unknown: expected NHS, IND, ICB or OTH")]
    [InlineData("organisations.csv", "RZZ,Z,NHS,,,2024-13-01,", "from '2024-13-01' does not read: expected a date")]
    [InlineData("organisations.csv", "RZZ,Z,NHS,,,2024-06-01,2024-05-31", "from 2024-06-01 is after to 2024-05-31")]
    [InlineData("sites.csv", "RXX01,RXX,Z,,,,,", "sites.csv line 6: site RXX01 belongs to RXX, which organisations.csv does not have at any time")]
    [InlineData("sites.csv", "RAA01,RAA,Z,,,,2024-01-01,", "site RAA01 is given twice for the same days")]
    [InlineData("sites.csv", "RAA03,RAA,Z,east,,,,", "easting 'east' does not read: expected a whole number")]
    [InlineData("sites.csv", "RAA03,RAA,Z,,,nowhere,,", "postcode 'nowhere' has not the shape of one")]
    [InlineData("postcodes.csv", "aa22aa,,,,,", "postcodes.csv line 5: postcode aa22aa is given twice, also on postcodes.csv line 3")]
    [InlineData("postcodes.csv", "AA3 3AA,,,,,11", "imd_decile 11 is out of range")]
    [InlineData("practices.csv", "A00001,QAA,2024-06-30,2024-06-30", "practice A00001 is given twice for the same days")]
    [InlineData("collaboratives.csv", "NORTH,Again,,", "collaborative NORTH is given twice")]
    [InlineData("collaboratives.csv", "WEST,West,2024-01,2023-12", "baseline_from 2024-01 is after baseline_to 2023-12")]
    [InlineData("collaboratives.csv", "WEST,West,2024-01,", "only one of baseline_from and baseline_to is given")]
    [InlineData("collaboratives.csv", "WEST,West,spring,", "baseline_from 'spring' is not a month")]
    [InlineData("collaboratives.csv", "WEST,West,,", "WEST has no service line")]
    [InlineData("members.csv", "NORTH,RXX,,,,", "members.csv line 4: member RXX of NORTH is not in organisations.csv")]
    [InlineData("members.csv", "WEST,RAA,,,,", "collaborative WEST is not in collaboratives.csv")]
    [InlineData("members.csv", "NORTH,RAA,,,2024-01-01,", "member RAA of NORTH is given twice for the same days")]
    [InlineData("members.csv", "NORTH,NAA,BOSS,,,", "role 'BOSS' is unknown")]
    [InlineData("members.csv", "NORTH,NAA,,MAYBE,,", "expected 'MAYBE' is neither Y nor N")]
    [InlineData("members.csv", "SOUTH,RAA,,,2024-01-01,", "RAA is a member of NORTH and of SOUTH at once (from 2024-01-01), and both answer for CYP")]
    [InlineData("collaborative_service_lines.csv", "NORTH,XYZ,,", "service_line 'XYZ' is not a service line")]
    [InlineData("collaborative_service_lines.csv", "NORTH,CYP,2024-01-01,", "service line CYP of NORTH is given twice for the same days")]
    [InlineData("collaborative_service_lines.csv", "WEST,CYP,,", "collaborative WEST is not in collaboratives.csv")]
    [InlineData("natural_flow.csv", "SOUTH,CYP,QAA,RBB01,,", "SOUTH lists home ICB QAA for CYP, which NORTH lists on natural_flow.csv line 2")]
    [InlineData("natural_flow.csv", "NORTH,CYP,QAA,RXX01,,", "site RXX01 is not in sites.csv")]
    [InlineData("natural_flow.csv", "NORTH,CYP,QAA,RAA02,2024-01-01,", "site RAA02 is not in sites.csv at any time from 2024-01-01")]
    [InlineData("natural_flow.csv", "NORTH,CYP,QXX,RAA01,,", "home_icb QXX is no organisation of kind ICB")]
    [InlineData("natural_flow.csv", "NORTH,CYP,RAA,RAA01,,", "home_icb RAA is no organisation of kind ICB")]
    [InlineData("natural_flow.csv", "SOUTH,ASE,QBB,RBB01,,", "SOUTH does not answer for ASE")]
    [InlineData("natural_flow.csv", "NORTH,CYP,QAA,RAA01,2025-01-01,", "site RAA01 for QAA and CYP in NORTH is given twice for the same days")]
    [InlineData("natural_flow.csv", "NORTH,,QAA,RAA01,,", "service_line is blank")]
    public void Row_ThatContradicts_IsNamedWithFileAndLine(string file, string row, string problem) =>
        Assert.Contains(new Region().Adding(file, row).Problems(), said => said.Contains(problem, StringComparison.Ordinal));

    [Theory]
    [InlineData("budgets.csv", "collaborative,service_line,commissioner,financial_year,amount\nNORTH,CYP,13Q,2024/26,1.00", "financial_year '2024/26' does not read")]
    [InlineData("budgets.csv", "collaborative,service_line,commissioner,financial_year,amount\nNORTH,CYP,13Q,2024/25,", "amount is blank")]
    [InlineData("budgets.csv", "collaborative,service_line,commissioner,financial_year,amount\nNORTH,CYP,13Q,2024/25,1\nNORTH,CYP,13Q,2024/25,2", "is given twice")]
    [InlineData("baselines.csv", "collaborative,service_line,measure_id,split,value,source\nNORTH,,K04,all,many,", "value 'many' is no number")]
    [InlineData("sources.csv", "provider,kind,address\nRAA,ftp,ftp://x", "kind 'FTP' is unknown")]
    [InlineData("sources.csv", "provider,kind,address\nRXX,https,https://x", "provider RXX is not in organisations.csv")]
    [InlineData("callers.csv", "object_id,role,org_code,collaborative\nx,Owner,,", "role 'Owner' is unknown")]
    [InlineData("callers.csv", "object_id,role,org_code,collaborative\nx,Provider,,", "org_code is blank")]
    [InlineData("callers.csv", "object_id,role,org_code,collaborative\nx,CaseManager,,", "collaborative is blank")]
    [InlineData("callers.csv", "object_id,role,org_code,collaborative\nx,Provider,RXX,", "org_code RXX is not in organisations.csv")]
    [InlineData("callers.csv", "object_id,role,org_code,collaborative\nx,CaseManager,,WEST", "collaborative WEST is not in collaboratives.csv")]
    [InlineData("sites.csv", "site,org_code\nRAA01,RAA", "sites.csv has no column site_code")]
    [InlineData("sites.csv", "", "sites.csv line")]
    [InlineData("sites.csv", "site_code,org_code\n\"RAA01,RAA", "sites.csv line 2")]
    public void File_WithAFault_IsNamed(string file, string content, string problem) =>
        Assert.Contains(new Region().With(file, content).Problems(), said => said.Contains(problem, StringComparison.Ordinal));

    [Fact]
    public void SeveralProblems_AllFiles_AreInOneMessage()
    {
        var exception = Assert.Throws<ReferenceException>(new Region()
            .Adding("members.csv", "NORTH,RXX,,,,")
            .Adding("sites.csv", "RYY01,RYY,,,,,,")
            .With("settings.json", """{"cutOffDay": 40}""").Load);
        Assert.Equal(3, exception.Problems.Count);
        Assert.Contains("3 problem(s)", exception.Message, StringComparison.Ordinal);
        Assert.All(exception.Problems, problem => Assert.Contains(problem, exception.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void ManyProblems_OfOneFile_AreCut()
    {
        var rows = string.Join('\n', Enumerable.Range(10, 60).Select(i => $"RX{i},RXX,,,,,,"));
        var problems = new Region().Adding("sites.csv", rows).Problems();
        Assert.Equal(26, problems.Count);
        Assert.Equal("sites.csv: and 35 more.", problems[^1]);
    }

    [Fact]
    public void Member_OfTwoCollaboratives_IsFineWhereTheyShareNoLine()
    {
        var data = new Region()
            .With("collaborative_service_lines.csv", "collaborative,service_line\nNORTH,CYP\nNORTH,ASE\nSOUTH,PNM")
            .With("natural_flow.csv", "collaborative,service_line,home_icb,site_code\nSOUTH,PNM,QBB,RBB01")
            .Adding("members.csv", "SOUTH,RAA,,,,").Load();
        var on = new DateOnly(2025, 1, 31);
        Assert.Equal("NORTH", data.CollaborativeOfMember("RAA", ServiceLine.CYP, on)?.Code);
        Assert.Equal("SOUTH", data.CollaborativeOfMember("RAA", ServiceLine.PNM, on)?.Code);
        Assert.Null(data.CollaborativeOfMember("RAA", ServiceLine.REH, on));
        Assert.Equal("NORTH", data.CollaborativeOfMember("RAA", ServiceLine.Unknown, on)?.Code);
        Assert.Equal("NORTH", data.CollaborativeOfMember("RAA", on)?.Code);
    }

    [Fact]
    public void Member_OneAfterTheOther_IsFine()
    {
        var data = new Region().With("members.csv", "collaborative,org_code,from,to\nNORTH,RAA,,2024-03-31\nSOUTH,RAA,2024-04-01,").Load();
        Assert.Equal("NORTH", data.CollaborativeOfMember("RAA", new DateOnly(2024, 3, 31))?.Code);
        Assert.Equal("SOUTH", data.CollaborativeOfMember("RAA", new DateOnly(2024, 4, 1))?.Code);
    }

    [Fact]
    public void Home_OfTwoCollaboratives_IsFineAfterEachOtherOrForOtherLines()
    {
        var data = new Region()
            .With("natural_flow.csv", "collaborative,service_line,home_icb,site_code,from,to\nNORTH,CYP,QAA,RAA01,,2024-03-31\nSOUTH,CYP,QAA,RBB01,2024-04-01,\nNORTH,ASE,QAA,RAA01,,")
            .Load();
        Assert.Equal("NORTH", data.CollaborativeOfHome("QAA", ServiceLine.CYP, new DateOnly(2024, 3, 31))?.Code);
        Assert.Equal("SOUTH", data.CollaborativeOfHome("QAA", ServiceLine.CYP, new DateOnly(2024, 4, 1))?.Code);
        Assert.Equal("NORTH", data.CollaborativeOfHome("QAA", ServiceLine.ASE, new DateOnly(2024, 4, 1))?.Code);
    }
}
