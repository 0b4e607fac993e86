using Homeward.Columns;
using Homeward.Reference;
using Homeward.Submissions.Curated;
using Homeward.Submissions.Tests.Samples;

namespace Homeward.Submissions.Tests.Curated;

public class CurationTests
{
    static readonly ReferenceData Reference = CuratedReference.Load();

    [Fact]
    public void Curate_CleanSubmission_GivesEveryTableInItsSchema()
    {
        var tables = Curate(Sample.Clean());

        Assert.Equal(CuratedSchema.Tables, tables.Select(table => table.Name));
        Assert.DoesNotContain("submission", CuratedSchema.Tables);
        foreach (var table in tables)
        {
            Assert.NotEqual(0, table.RowCount);
            AssertSchema(table);
            Assert.All(CuratedRows.Of(table, "org_id_provider reporting_period_start"), row => Assert.Equal("RWR 2025-08-01", row));
        }
    }

    [Fact]
    public void Curate_TablesNotSent_AreEmptyInTheirSchema()
    {
        var sample = Sample.Clean();
        string[] optional = ["oaps", "reviews", "requests", "offers", "crfd", "community", "spend", "restrictive"];
        foreach (var table in optional)
        {
            sample.Without(table);
        }

        var tables = Curate(sample).Where(table => optional.Contains(table.Name)).ToArray();
        Assert.Equal(optional.Length, tables.Length);
        Assert.All(tables, table =>
        {
            Assert.Equal(0, table.RowCount);
            AssertSchema(table);
        });
    }

    [Fact]
    public void Curate_Patients_KeepsMonthAgeAndRoundedPlaceOnly()
    {
        var sample = Sample.Clean()
            .Set("patients", 2, "PersonBirthDate", "1990-08-31").Set("patients", 3, "PersonBirthDate", "1990-09-01").Set("patients", 3, "Postcode", "SG1 1AB")
            .Patient("P3", "", "2024-02-29").Set("patients", 4, "Postcode", "al35tl").Set("patients", 4, "HomeICB", "").Set("patients", 4, "GMPReg", "")
            .Patient("P4", "", "").Set("patients", 5, "Postcode", "ZZ99 3VZ");
        var patients = Find(Curate(sample), "patients");

        Assert.Equal(
            [
                "RWR|P1 1990-08-01 35 E01000001 523000 225000 4 QM7 QPR QPC 2",
                "RWR|P2 1990-09-01 34 E01000002 - - - QM7 QPR QPC 3",
                "RWR|P3 2024-02-01 1 - - - - - - - 4",
                "RWR|P4 - - - - - - QM7 QPR - 5",
            ],
            CuratedRows.Of(patients, "local_patient_id birth_month age_at_period_end lsoa home_easting home_northing imd_decile home_icb practice_icb postcode_icb source_line"));
    }

    [Theory]
    [InlineData("QM7", "QCO", "D82001", "SG1 1AA", "QM7")]
    [InlineData("", "QCO", "D82001", "SG1 1AA", "QCO")]
    [InlineData("", "13Q", "D82001", "SG1 1AA", "QPR")]
    [InlineData("", "", "D82001", "SG1 1AA", "QPR")]
    [InlineData("", "13Q", "", "SG1 1AA", "QPC")]
    [InlineData("", "", "X99999", "sg11aa", "QPC")]
    [InlineData("", "", "", "AL3 5TL", "-")]
    [InlineData("", "", "", "", "-")]
    public void Curate_Home_IsTheFirstThatIsKnown(string sent, string commissioner, string practice, string postcode, string home)
    {
        var sample = Sample.Clean().Set("patients", 2, "HomeICB", sent).Set("referrals", 2, "OrgIDComm", commissioner)
            .Set("patients", 2, "GMPReg", practice).Set("patients", 2, "Postcode", postcode);
        var tables = Curate(sample);

        foreach (var table in new[] { "referrals", "spells", "ward_stays" })
        {
            Assert.Equal(home, CuratedRows.Of(Find(tables, table), "home_icb")[0]);
        }

        var resolved = HomeIcb.Resolve(Reference, Null(sent), Null(commissioner), Null(practice), Null(postcode), Sample.Period.LastDay);
        Assert.Equal(home, resolved ?? "-");
        var withoutReferral = HomeIcb.Resolve(Reference, Null(sent), null, Null(practice), Null(postcode), Sample.Period.LastDay);
        Assert.Equal(withoutReferral ?? "-", CuratedRows.Of(Find(tables, "community"), "home_icb")[0]);
    }

    [Theory]
    [InlineData("NCBPS22E/IP", "NCBPS23K", "200", "AED")]
    [InlineData("", "NCBPS23K", "200", "CYP")]
    [InlineData("NCBPS22D/IP", "NCBPS22S/LS_M_LD", "206", "LDA")]
    [InlineData("", "", "201", "OAC")]
    [InlineData("", "NCBPS22D", "11", "OAC")]
    [InlineData("", "", "209", "OTH")]
    [InlineData("", "", "999", "-")]
    public void Curate_ServiceLine_OfAStay_IsTheFirstThatIsKnown(string stay, string referral, string bedClass, string line)
    {
        var tables = Curate(Sample.Clean().Set("ward_stays", 2, "SpecialisedMHServiceCode", stay).Set("referrals", 2, "SpecialisedMHServiceCode", referral)
            .Set("ward_stays", 2, "MHAdmittedPatientClass", bedClass));

        Assert.Equal(line, CuratedRows.Of(Find(tables, "ward_stays"), "service_line")[0]);
        var ofReferral = Reference.Codes.LineOfServiceCode(referral);
        Assert.Equal(ofReferral == ServiceLine.Unknown ? "-" : ofReferral.ToString(), CuratedRows.Of(Find(tables, "referrals"), "service_line")[0]);
    }

    [Theory]
    [InlineData("ward_stays", "12", "202 12 AAC")]
    [InlineData("ward_stays", "202", "202 202 AAC")]
    [InlineData("ward_stays", "16", "16 16 -")]
    [InlineData("beds", "35", "212 35 REH")]
    [InlineData("oaps", "30", "310 30 CYP")]
    [InlineData("oaps", "", "- - -")]
    [InlineData("requests", "13", "203 13 AED")]
    public void Curate_BedClass_IsMappedAndKeptAsSent(string table, string sent, string expected) => Assert.Equal(
        expected,
        CuratedRows.Of(
            Find(Curate(Sample.Clean().Set(table, 2, "MHAdmittedPatientClass", sent)), table),
            "mh_admitted_patient_class mh_admitted_patient_class_submitted service_line")[0]);

    [Theory]
    [InlineData("RWR01", "SG1 1AA", "15")]
    [InlineData("RYK01", "SG1 1AA", "149")]
    [InlineData("RWR03", "SG1 1AA", "15")]
    [InlineData("RWR02", "SG1 1AA", "-")]
    [InlineData("XXX99", "SG1 1AA", "-")]
    [InlineData("RWR01", "SG1 1AB", "-")]
    [InlineData("RWR01", "AL3 5TL", "-")]
    [InlineData("RWR01", "ZZ99 3VZ", "-")]
    [InlineData("RWR01", "", "-")]
    public void Curate_Distance_IsFromTheExactHomeToTheSite(string site, string postcode, string km)
    {
        var tables = Curate(Sample.Clean().Set("patients", 2, "Postcode", postcode).Set("patients", 3, "Postcode", postcode)
            .Set("ward_stays", 2, "SiteIDOfWard", site).Set("oaps", 2, "SiteIDReceiving", site));

        Assert.Equal(km, CuratedRows.Of(Find(tables, "ward_stays"), "distance_km")[0]);
        Assert.Equal(km, CuratedRows.Of(Find(tables, "oaps"), "distance_km")[0]);
    }

    [Fact]
    public void Curate_LocalKeys_ArePrefixedWithWhoseTheyAre()
    {
        var tables = Curate(Sample.Clean()
            .Add("reviews", "ReviewID=V2,LocalPatientID=P2,HospProvSpellID=S9,OrgIDSpell=RYK,ReviewType=CTR,ReviewDate=2025-08-28")
            .Add("reviews", "ReviewID=V3,LocalPatientID=P2,HospProvSpellID=S2,ReviewType=CTR,ReviewDate=2025-08-28")
            .Add("spend", "SpendID=X2,OrgIDPayee=RYK,ServiceLine=AAC,Category=SPOT,PeriodMonth=2025-08,AmountActual=1.50,HospProvSpellID=S8")
            .Add("spend", "SpendID=X3,OrgIDPayee=RYK,ServiceLine=AAC,Category=SPOT,PeriodMonth=2025-08,AmountActual=1.50,HospProvSpellID=S7,OrgIDSpell=RWR"));

        Assert.Equal(["RWR|R1 RWR|P1", "RWR|R2 RWR|P2"], CuratedRows.Of(Find(tables, "referrals"), "service_request_id local_patient_id"));
        Assert.Equal(["RWR|S1 RWR|R1", "RWR|S2 RWR|R2"], CuratedRows.Of(Find(tables, "spells"), "hosp_prov_spell_id service_request_id"));
        Assert.Equal("RWR|W2 RWR|S2 RWR|OAK", CuratedRows.Of(Find(tables, "ward_stays"), "ward_stay_id hosp_prov_spell_id ward_code")[1]);
        Assert.Equal(["RWR|OAK"], CuratedRows.Of(Find(tables, "beds"), "ward_code"));
        Assert.Equal(
            ["RWR|V1 - RWR|O1", "RWR|V2 RYK|S9 -", "RWR|V3 RWR|S2 -"], CuratedRows.Of(Find(tables, "reviews"), "review_id hosp_prov_spell_id oap_id"));
        Assert.Equal(
            ["RWR|X1 - RWR|O1", "RWR|X2 RYK|S8 -", "RWR|X3 RWR|S7 -"], CuratedRows.Of(Find(tables, "spend"), "spend_id hosp_prov_spell_id oap_id"));
        Assert.Equal(["RWR|F1 RWR|Q1"], CuratedRows.Of(Find(tables, "offers"), "offer_id request_id"));
        Assert.Equal(["RWR|C1 RWR|S2"], CuratedRows.Of(Find(tables, "crfd"), "crfd_id hosp_prov_spell_id"));
        Assert.Equal(["RWR|L1 RWR|P1 T1"], CuratedRows.Of(Find(tables, "community"), "caseload_id local_patient_id team_code"));
        Assert.Equal(["RWR|I1 RWR|W1"], CuratedRows.Of(Find(tables, "restrictive"), "incident_id ward_stay_id"));
    }

    [Fact]
    public void Curate_ValuesSent_StandAsTheyWere()
    {
        var tables = Curate(Sample.Clean());

        Assert.Equal(["2025-08-21 - 10 RWR RYK RYK01 650.00 BED"], CuratedRows.Of(
            Find(tables, "oaps"), "start_date_oap end_date_oap oat_reason org_id_sending org_id_receiving site_id_receiving daily_rate barrier"));
        Assert.Equal(["2025-08-05T10:00:00Z 2025-08-06T11:00:00Z"], CuratedRows.Of(Find(tables, "requests"), "received_date_time outcome_date_time"));
        Assert.Equal(["10 300 0 10"], CuratedRows.Of(Find(tables, "beds"), "commissioned_beds avail_bed_days closed_bed_days open_beds"));
        Assert.Equal(["2025-08 6500.00 AAC OAP"], CuratedRows.Of(Find(tables, "spend"), "period_month amount_actual service_line category"));
    }

    [Fact]
    public void Curate_RowsRejected_LeaveTheRestInOrderWithTheirLines()
    {
        var tables = Curate(Sample.Clean().Set("ward_stays", 3, "StartDateWardStay", "never"));

        Assert.Equal(["RWR|W1 2", "RWR|W3 4"], CuratedRows.Of(Find(tables, "ward_stays"), "ward_stay_id source_line"));
    }

    [Fact]
    public void Curate_Twice_GivesTheSameBytes() => Assert.Equal(
        Curate(Sample.Clean()).Select(table => Convert.ToHexString(Homeward.Columns.Parquet.ParquetWriter.Write(table))),
        Curate(Sample.Clean()).Select(table => Convert.ToHexString(Homeward.Columns.Parquet.ParquetWriter.Write(table))));

    static IReadOnlyList<Table> Curate(Sample sample) =>
        Curation.Curate(sample.Check(Sample.Context(Reference)), Reference, PseudonymKeys.Demo);

    static Table Find(IReadOnlyList<Table> tables, string name) => tables.Single(table => table.Name == name);

    static string? Null(string text) => text.Length == 0 ? null : text;

    static void AssertSchema(Table table)
    {
        var schema = CuratedSchema.Of(table.Name);
        Assert.Equal(schema.Select(column => (column.Name, column.Type)), table.Columns.Select(column => (column.Name, column.Type)));
        foreach (var (column, money) in schema.Zip(table.Columns).Where(pair => pair.Second is DecimalColumn).Select(pair => (pair.First, (DecimalColumn)pair.Second)))
        {
            Assert.Equal((column.Precision, column.Scale), (money.Precision, money.Scale));
        }
    }
}
