using System.Security.Cryptography;
using System.Text;
using Homeward.Columns;

namespace Homeward.Reference.Tests;

public class ReferenceDataTests
{
    static readonly DateOnly On = new(2025, 8, 31);
    static readonly ReferenceData Data = new Region().Load();

    [Fact]
    public void Organisation_OnADate_IsTheRowInForce()
    {
        var data = new Region().Adding("organisations.csv", "RCC,Old Trust,NHS,,,2020-04-01,2024-03-31\nRCC,New Trust,NHS,,,2024-04-01,").Load();
        Assert.Null(data.Organisation("RCC", new DateOnly(2020, 3, 31)));
        Assert.Equal("Old Trust", data.Organisation("RCC", new DateOnly(2020, 4, 1))?.Name);
        Assert.Equal("Old Trust", data.Organisation("RCC", new DateOnly(2024, 3, 31))?.Name);
        Assert.Equal("New Trust", data.Organisation("RCC", new DateOnly(2024, 4, 1))?.Name);
        Assert.Equal("New Trust", data.Organisation("RCC", DateOnly.MaxValue)?.Name);
        Assert.Null(data.Organisation("XXX", On));
        Assert.Equal(9, data.Organisations.Count);
        Assert.Equal(["Old Trust", "New Trust"], data.Organisations.Where(row => row.Code == "RCC").Select(row => row.Name));
    }

    [Fact]
    public void OwningOrganisation_OfOrganisationSiteOrNeither_IsTold()
    {
        Assert.Equal("RAA", Data.OwningOrganisation("RAA", On));
        Assert.Equal("RAA", Data.OwningOrganisation("RAA01", On));
        Assert.Null(Data.OwningOrganisation("RAA02", On));
        Assert.Equal("RAA", Data.OwningOrganisation("RAA02", new DateOnly(2023, 12, 31)));
        Assert.Null(Data.OwningOrganisation("RZZ", On));
    }

    [Fact]
    public void Site_Read_HasItsNormalisedPostcodeAndPlace()
    {
        var site = Data.Site("RAA01", On);
        Assert.Equal(new Site("RAA01", "RAA", "Oak House", 530000, 180000, "AA1 1AA", Effective.Always), site);
        Assert.Null(Data.Site("NAA01", On)!.Postcode);
    }

    [Theory]
    [InlineData("AA1 1AA", true)]
    [InlineData("aa11aa", true)]
    [InlineData("AA1 2AA", false)]
    [InlineData("AA2 2AA", false)]
    [InlineData("no postcode", false)]
    public void SitePostcode_OnADate_IsNoHome(string postcode, bool isSite)
    {
        Assert.Equal(isSite, Data.IsSitePostcode(postcode, On));
        Assert.Equal(isSite, Data.IsSitePostcode(Encoding.ASCII.GetBytes(postcode), On));
    }

    [Fact]
    public void SitePostcode_OfAClosedSite_CountedWhileItWasOpen() => Assert.True(Data.IsSitePostcode("AA1 2AA", new DateOnly(2023, 12, 31)));

    [Fact]
    public void Place_InAnySpacing_IsFound()
    {
        Assert.Equal(new Place("AA2 2AA", 532000, 182000, "E01000002", "QAA", 7), Data.Place("aa22aa"));
        Assert.Equal(new Place("BB2 2BB", null, null, null, "QBB", null), Data.Place("BB2  2BB"));
        Assert.Equal(Data.Place("AA2 2AA"), Data.Place("AA2 2AA"u8));
        Assert.Null(Data.Place("CC1 1CC"));
        Assert.Null(Data.Place(""));
        Assert.Null(Data.Place(new string('A', 200)));
    }

    [Fact]
    public void Postcodes_UnderTheirOnsNames_AreAccepted()
    {
        var data = new Region().With(
            "postcodes.csv", "pcd,pcds,oseast1m,osnrth1m,lsoa21,oslaua\nAA1  1AA,AA1 1AA,530001,180002,E01000009,E06\nJE1 1AA,JE1 1AA,0,0,,E06\nbad,bad,1,2,,").Load();
        Assert.Equal(new Place("AA1 1AA", 530001, 180002, "E01000009", null, null), data.Place("AA1 1AA"));
        Assert.Equal(new Place("JE1 1AA", null, null, null, null, null), data.Place("JE1 1AA"));
        Assert.Contains("postcodes.csv: ignored 2 unknown column(s): pcd, oslaua.", data.Notes);
        Assert.Contains("postcodes.csv: passed over 1 row(s) whose postcode has not the shape of one.", data.Notes);
    }

    [Fact]
    public void Practice_OnADate_IsTheRowInForce()
    {
        Assert.Equal("QAA", Data.Practice("A00001", new DateOnly(2024, 6, 30))?.Icb);
        Assert.Equal("QBB", Data.Practice("A00001", new DateOnly(2024, 7, 1))?.Icb);
        Assert.Null(Data.Practice("A00002", On));
    }

    [Fact]
    public void Collaborative_Read_HasAllThatBelongsToIt()
    {
        var data = new Region()
            .With("budgets.csv", "collaborative,service_line,commissioner,financial_year,amount\nNORTH,CYP,13Q,2024/25,1234567.89")
            .With("baselines.csv", "collaborative,service_line,measure_id,split,value,source\nNORTH,,K04,all,960.5,annual report\nNORTH,CYP,K01,all,10,")
            .Load();
        var north = data.Collaboratives[0];
        Assert.Equal(("NORTH", "North Collaborative", new Month(2022, 4), new Month(2023, 3)), (north.Code, north.Name, north.BaselineFrom!.Value, north.BaselineTo!.Value));
        Assert.Equal([new Member("RAA", MemberRole.Lead, true, Effective.Always)], north.Members);
        Assert.Equal([ServiceLine.CYP, ServiceLine.ASE], north.Lines.Select(line => line.Line));
        Assert.Equal(3, north.Flow.Count);
        Assert.Equal([new Budget(ServiceLine.CYP, "13Q", 2024, 1234567.89m)], north.Budgets);
        Assert.Equal(
            [new StatedBaseline(null, "K04", "all", 960.5, "annual report"), new StatedBaseline(ServiceLine.CYP, "K01", "all", 10, "")], north.Baselines);
        Assert.Equal([new Member("RBB", MemberRole.Member, false, Effective.Always)], data.Collaboratives[1].Members);
        Assert.Empty(data.Notes);
    }

    [Fact]
    public void Access_Read_AsGiven()
    {
        var data = new Region()
            .With("sources.csv", "provider,kind,address,secret_name,schedule\nRAA,https,https://example.org/mh,north-token,0 0 6 * * *\nRBB,blob,https://x/y,,")
            .With("callers.csv", "object_id,role,org_code,collaborative\n1-2-3,Provider,RAA,\n4-5-6,CaseManager,,NORTH\n7,Admin,,").Load();
        Assert.Equal(
            [new PullSource("RAA", PullSourceKind.Https, "https://example.org/mh", "north-token", "0 0 6 * * *"), new PullSource("RBB", PullSourceKind.Blob, "https://x/y", null, null)],
            data.Sources);
        Assert.Equal([new Caller("1-2-3", CallerRole.Provider, "RAA", null), new Caller("4-5-6", CallerRole.CaseManager, null, "NORTH"), new Caller("7", CallerRole.Admin, null, null)], data.Callers);
    }

    [Fact]
    public void NoFiles_Load_GivesDefaultsAndSaysWhatIsMissing()
    {
        var data = ReferenceData.Load(new Dictionary<string, byte[]>());
        Assert.Equal(new Settings(), data.Settings);
        Assert.Empty(data.Collaboratives);
        Assert.Equal(8, data.Notes.Count);
        Assert.Contains("organisations.csv is not there: taken as empty.", data.Notes);
    }

    [Fact]
    public void UnknownFilesAndColumns_Load_AreNotedAndNotHashed()
    {
        var data = new Region().With("readme.txt", "hello").Adding("members.csv", "").With("practices.csv", "practice_code,icb_code,list_size\nA1,QAA,100").Load();
        Assert.Contains("readme.txt: ignored, it is no file of the reference data.", data.Notes);
        Assert.Contains("practices.csv: ignored 1 unknown column(s): list_size.", data.Notes);
        Assert.DoesNotContain("readme.txt", data.Hashes.Keys);
    }

    [Fact]
    public void OptionalColumns_Absent_AreFine()
    {
        var data = new Region()
            .With("sites.csv", "site_code,org_code\nRAA01,RAA\nRAA02,RAA\nRBB01,RBB")
            .With("members.csv", "collaborative,org_code\nNORTH,RAA")
            .With("postcodes.csv", "postcode\nAA1 1AA").Load();
        Assert.Equal("RAA01", data.Site("RAA01", On)?.Name);
        Assert.Equal(new Member("RAA", MemberRole.Member, false, Effective.Always), data.Collaboratives[0].Members[0]);
        Assert.Equal(new Place("AA1 1AA", null, null, null, null, null), data.Place("AA1 1AA"));
    }

    [Fact]
    public void UnknownIcbs_OfPracticesAndPostcodes_AreNoted()
    {
        var data = new Region().Adding("practices.csv", "A00009,QXX,,").Load();
        Assert.Contains("practices.csv: 1 code(s) are no organisation of kind ICB in organisations.csv: QXX.", data.Notes);
    }

    [Fact]
    public void Hashes_OfWhatWasUsed_AreSortedAndIncludeShippedLists()
    {
        Assert.Equal(Data.Hashes.Keys.Order(StringComparer.Ordinal), Data.Hashes.Keys);
        Assert.Contains("bed_class.csv", Data.Hashes.Keys);
        Assert.Equal(8 + Enum.GetValues<CodeList>().Length, Data.Hashes.Count);
        var own = "code\nX"u8.ToArray();
        var data = new Region().With("barrier.csv", "code\nX").Load();
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(own)), data.Hashes["barrier.csv"]);
        Assert.NotEqual(Data.Hashes["barrier.csv"], data.Hashes["barrier.csv"]);
        Assert.Equal(Data.Hashes["bed_class.csv"], data.Hashes["bed_class.csv"]);
    }
}
