using Homeward.Columns;

namespace Homeward.Reference.Tests;

public class CodeListsTests
{
    static readonly Month V5 = new(2024, 3);
    static readonly Month V6 = new(2024, 4);
    static readonly CodeLists Codes = ReferenceData.Load(new Dictionary<string, byte[]>()).Codes;

    public static TheoryData<CodeList> Lists => [.. Enum.GetValues<CodeList>()];

    [Theory]
    [MemberData(nameof(Lists))]
    public void ShippedList_Every_HasCodesAndNoDuplicates(CodeList list)
    {
        var rows = Codes.Rows(list);
        Assert.NotEmpty(rows);
        Assert.NotEmpty(Codes.Codes(list, V6));
        Assert.Equal(rows.Count, rows.Select(row => row.Code).Distinct().Count());
        Assert.All(rows, row => Assert.False(string.IsNullOrWhiteSpace(row.Description)));
        Assert.All(rows, row => Assert.Equal(row.Description, Codes.Description(list, row.Code)));
        Assert.Equal(CodeStatus.Invalid, Codes.Status(list, "?", V6));
        Assert.Null(Codes.Description(list, "?"));
    }

    [Theory]
    [InlineData(CodeList.NhsNumberStatus, 7)]
    [InlineData(CodeList.EthnicCategory, 18)]
    [InlineData(CodeList.SourceOfReferral, 40)]
    [InlineData(CodeList.PrimaryReason, 30)]
    [InlineData(CodeList.OapReason, 7)]
    [InlineData(CodeList.MethodOfAdmission, 14)]
    [InlineData(CodeList.MethodOfDischarge, 8)]
    [InlineData(CodeList.BedClass, 26)]
    [InlineData(CodeList.DelayReason, 38)]
    [InlineData(CodeList.AttributableTo, 3)]
    [InlineData(CodeList.ServiceLine, 9)]
    [InlineData(CodeList.RestrictiveType, 15)]
    public void ShippedList_OfV6_HasAsManyCodesAsPublished(CodeList list, int count) =>
        Assert.Equal(count, Codes.Codes(list, V6).Count + Codes.Defaults(list, V6).Count);

    [Theory]
    [InlineData(CodeList.OapReason, "10", CodeStatus.Valid)]
    [InlineData(CodeList.OapReason, "15", CodeStatus.Valid)]
    [InlineData(CodeList.OapReason, "99", CodeStatus.Default)]
    [InlineData(CodeList.OapReason, "16", CodeStatus.Invalid)]
    [InlineData(CodeList.EthnicCategory, "Z", CodeStatus.Default)]
    [InlineData(CodeList.EthnicCategory, "99", CodeStatus.Default)]
    [InlineData(CodeList.GenderIdentity, "X", CodeStatus.Default)]
    [InlineData(CodeList.NhsNumberStatus, "7", CodeStatus.Invalid)]
    [InlineData(CodeList.NhsNumberStatus, "08", CodeStatus.Invalid)]
    [InlineData(CodeList.PrimaryReason, "17", CodeStatus.Invalid)]
    [InlineData(CodeList.MethodOfDischarge, "9", CodeStatus.Default)]
    [InlineData(CodeList.LegalStatus, "99", CodeStatus.Default)]
    [InlineData(CodeList.LegalStatus, "98", CodeStatus.Valid)]
    [InlineData(CodeList.DelayReason, "98", CodeStatus.Default)]
    [InlineData(CodeList.SpecialisedService, "NCBPS23K", CodeStatus.Valid)]
    [InlineData(CodeList.SpecialisedService, "NCBPS23K/IP_ADOL", CodeStatus.Valid)]
    [InlineData(CodeList.SpecialisedService, "NCBPS99X/IP", CodeStatus.Invalid)]
    [InlineData(CodeList.SpecialisedService, "/IP", CodeStatus.Invalid)]
    [InlineData(CodeList.SpecialisedService, "NCBPS22S/LS_M_LD", CodeStatus.Valid)]
    [InlineData(CodeList.SpecialisedService, "NCBPS22S/LS_X_YY", CodeStatus.Invalid)]
    [InlineData(CodeList.SpecialisedService, "NCBPS22S/", CodeStatus.Invalid)]
    [InlineData(CodeList.SpecialisedService, "NCBPS22E/9434765919", CodeStatus.Invalid)]
    [InlineData(CodeList.SpecialisedService, "NCBPS22E/29-03-1971", CodeStatus.Invalid)]
    public void Code_Sent_IsJudged(CodeList list, string code, CodeStatus status) => Assert.Equal(status, Codes.Status(list, code, V6));

    [Theory]
    [InlineData(CodeList.BedClass, "10", CodeStatus.Valid, CodeStatus.Invalid)]
    [InlineData(CodeList.BedClass, "200", CodeStatus.Invalid, CodeStatus.Valid)]
    [InlineData(CodeList.AttributableTo, "07", CodeStatus.Valid, CodeStatus.Invalid)]
    [InlineData(CodeList.PrimaryReason, "31", CodeStatus.Invalid, CodeStatus.Valid)]
    [InlineData(CodeList.SourceOfReferral, "Q2", CodeStatus.Invalid, CodeStatus.Valid)]
    public void Code_AtTheChangeOfVersion_ChangesWithTheMonth(CodeList list, string code, CodeStatus march2024, CodeStatus april2024)
    {
        Assert.Equal(march2024, Codes.Status(list, code, V5));
        Assert.Equal(april2024, Codes.Status(list, code, V6));
    }

    [Theory]
    [InlineData("10", "200")]
    [InlineData("11", "201")]
    [InlineData("12", "202")]
    [InlineData("13", "203")]
    [InlineData("14", "204")]
    [InlineData("15", "205")]
    [InlineData("16", null)]
    [InlineData("17", "212")]
    [InlineData("18", null)]
    [InlineData("19", "206")]
    [InlineData("20", "207")]
    [InlineData("21", "208")]
    [InlineData("22", "209")]
    [InlineData("23", "300")]
    [InlineData("24", "301")]
    [InlineData("25", "302")]
    [InlineData("26", "302")]
    [InlineData("27", "303")]
    [InlineData("28", "304")]
    [InlineData("29", "305")]
    [InlineData("30", "310")]
    [InlineData("31", "306")]
    [InlineData("32", "307")]
    [InlineData("33", "308")]
    [InlineData("34", "309")]
    [InlineData("35", "212")]
    [InlineData("36", "212")]
    [InlineData("37", "213")]
    [InlineData("38", "212")]
    [InlineData("39", "211")]
    [InlineData("40", "210")]
    [InlineData("200", "200")]
    [InlineData("311", "311")]
    [InlineData("312", null)]
    public void BedCode_OfEitherVersion_MapsToV6(string sent, string? v6) => Assert.Equal(v6, Codes.BedClass(sent));

    [Theory]
    [InlineData("200", ServiceLine.AAC)]
    [InlineData("202", ServiceLine.AAC)]
    [InlineData("201", ServiceLine.OAC)]
    [InlineData("203", ServiceLine.AED)]
    [InlineData("204", ServiceLine.PNM)]
    [InlineData("205", ServiceLine.LDA)]
    [InlineData("206", ServiceLine.ASE)]
    [InlineData("207", ServiceLine.ASE)]
    [InlineData("208", ServiceLine.ASE)]
    [InlineData("209", ServiceLine.OTH)]
    [InlineData("210", ServiceLine.OTH)]
    [InlineData("211", ServiceLine.OTH)]
    [InlineData("212", ServiceLine.REH)]
    [InlineData("213", ServiceLine.LDA)]
    [InlineData("300", ServiceLine.CYP)]
    [InlineData("311", ServiceLine.CYP)]
    [InlineData("999", ServiceLine.OTH)]
    [InlineData(null, ServiceLine.Unknown)]
    public void BedClass_Line_AsSpecified(string? bedClass, ServiceLine line) => Assert.Equal(line, Codes.LineOfBedClass(bedClass));

    [Theory]
    [InlineData("NCBPS22S/LS_M_LD", ServiceLine.LDA)]
    [InlineData("NCBPS22S/MS_F_ASD", ServiceLine.LDA)]
    [InlineData("NCBPS22S/MS_MG_LD", ServiceLine.LDA)]
    [InlineData("NCBPS22S/SD_F_LD_MI", ServiceLine.LDA)]
    [InlineData("NCBPS22S/LS_M_MI", ServiceLine.ASE)]
    [InlineData("NCBPS22S/MS_F_WEMS", ServiceLine.ASE)]
    [InlineData("NCBPS22S/OUTREACH", ServiceLine.ASE)]
    [InlineData("NCBPS22S", ServiceLine.ASE)]
    [InlineData("NCBPS22U/HS_M_LD", ServiceLine.ASE)]
    [InlineData("NCBPS22E/IP", ServiceLine.AED)]
    [InlineData("NCBPS22P/IP", ServiceLine.PNM)]
    [InlineData("NCBPS22B", ServiceLine.CYP)]
    [InlineData("NCBPS22C", ServiceLine.CYP)]
    [InlineData("NCBPS22H", ServiceLine.CYP)]
    [InlineData("NCBPS23K/IP_ADOL", ServiceLine.CYP)]
    [InlineData("NCBPS23L", ServiceLine.CYP)]
    [InlineData("NCBPS23O", ServiceLine.CYP)]
    [InlineData("NCBPS23U", ServiceLine.CYP)]
    [InlineData("NCBPS23V", ServiceLine.CYP)]
    [InlineData("NCBPS24C", ServiceLine.CYP)]
    [InlineData("NCBPS24E", ServiceLine.CYP)]
    [InlineData("NCBPS22D", ServiceLine.Unknown)]
    [InlineData("22E", ServiceLine.Unknown)]
    [InlineData("", ServiceLine.Unknown)]
    [InlineData(null, ServiceLine.Unknown)]
    public void ServiceCode_Line_AsSpecified(string? code, ServiceLine line) => Assert.Equal(line, Codes.LineOfServiceCode(code));

    [Fact]
    public void ServiceLineList_Codes_AreTheEnum() =>
        Assert.Equal(ServiceLines.All.Select(line => line.ToString()), Codes.Codes(CodeList.ServiceLine, V6));

    [Fact]
    public void Group_OfACode_IsThePublishedOne()
    {
        Assert.Equal("Inappropriate", Codes.Group(CodeList.OapReason, "10"));
        Assert.Equal("Appropriate", Codes.Group(CodeList.OapReason, "15"));
        Assert.Equal("Black", Codes.Group(CodeList.EthnicCategory, "N"));
        Assert.Equal("Adult acute", Codes.Group(CodeList.BedClass, "12"));
        Assert.Null(Codes.Group(CodeList.YesNo, "Y"));
    }

    [Fact]
    public void OwnFile_OfTheSameName_TakesThePlaceOfTheShippedList()
    {
        var own = new Region().With("barrier.csv", "code,description,from,to,default\nNEW,something new,2025-01,2025-06,\nUNK,unknown,,,Y").Load().Codes;
        Assert.Equal(CodeStatus.Invalid, own.Status(CodeList.Barrier, "BED", V6));
        Assert.Equal(CodeStatus.Default, own.Status(CodeList.Barrier, "UNK", V6));
        Assert.Equal(CodeStatus.Invalid, own.Status(CodeList.Barrier, "NEW", new Month(2024, 12)));
        Assert.Equal(CodeStatus.Valid, own.Status(CodeList.Barrier, "NEW", new Month(2025, 1)));
        Assert.Equal(CodeStatus.Valid, own.Status(CodeList.Barrier, "NEW", new Month(2025, 6)));
        Assert.Equal(CodeStatus.Invalid, own.Status(CodeList.Barrier, "NEW", new Month(2025, 7)));
        Assert.Equal("something new", own.Description(CodeList.Barrier, "NEW"));
    }

    [Theory]
    [InlineData("code\n", "has no codes")]
    [InlineData("code,from,to\nA,2024-01,\nA,2024-06,", "code A is given twice for the same month")]
    [InlineData("code,from,to\nA,2024-06,2024-01", "code A has from 2024-06 after to 2024-01")]
    [InlineData("code,from\nA,June", "from 'June' is not a month")]
    [InlineData("code,default\nA,perhaps", "default 'PERHAPS' is neither Y nor N")]
    [InlineData("code,maps_to\nA,B", "code A maps to B, which the list does not have")]
    [InlineData("code,service_line\nA,XYZ", "service_line 'XYZ' is not a service line")]
    [InlineData("description\nA", "has no column code")]
    public void OwnFile_WithAFault_IsRefused(string file, string problem) =>
        Assert.Contains(new Region().With("bed_class.csv", file).Problems(), said => said.Contains(problem, StringComparison.Ordinal));
}
