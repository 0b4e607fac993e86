using System.Text;
using Homeward.Columns;
using Homeward.Reference;
using Homeward.Submissions.Checking;
using Homeward.Submissions.Specification;

namespace Homeward.Submissions.Tests.Samples;

/// <summary>A submission of RWR for August 2025 in which no rule finds anything, to be changed field by field.</summary>
sealed class Sample
{
    public static Month Period { get; } = new(2025, 8);

    readonly Dictionary<string, List<Dictionary<string, string>>> tables = [];
    readonly Dictionary<string, byte[]> raw = [];

    /// <summary>Every table of the specification, so that every rule has rows to look at.</summary>
    public static Sample Clean()
    {
        var sample = new Sample();
        sample.Add("submission", "SpecVersion=1.0,OrgIDProvider=RWR,ReportingPeriodStartDate=2025-08-01,ReportingPeriodEndDate=2025-08-31,DateTimeCreated=2025-09-02T09:00:00Z");
        sample.Patient("P1", "9434765919", "1990-02-03").Patient("P2", "9434765870", "1985-06-07");
        sample.Referral("R1", "P1", "2025-07-30").Referral("R2", "P2", "2025-08-05");
        sample.Spell("S1", "R1", "2025-08-01").Spell("S2", "R2", "2025-08-06", "2025-08-20");
        sample.Stay("W1", "S1", "2025-08-01").Stay("W2", "S2", "2025-08-06", "2025-08-12").Stay("W3", "S2", "2025-08-12", "2025-08-20");
        sample.Add("beds", "WardCode=OAK,SiteIDOfWard=RWR01,MHAdmittedPatientClass=200,WardIntendedSex=X,WardSecLevel=0,CommissionedBeds=10,AvailBedDays=300,ClosedBedDays=0,OpenBeds=10");
        sample.Add("oaps", "OAPID=O1,LocalPatientID=P2,OrgIDSending=RWR,OrgIDReceiving=RYK,SiteIDReceiving=RYK01,OATReason=10,StartDateOAP=2025-08-21,MHAdmittedPatientClass=200,DailyRate=650.00,Barrier=BED");
        sample.Add("reviews", "ReviewID=V1,LocalPatientID=P2,OAPID=O1,ReviewType=CASE,ReviewDate=2025-08-28,NextReviewDue=2025-09-11");
        sample.Add("requests", "RequestID=Q1,LocalPatientID=P2,OrgIDReferring=RYK,ReceivedDateTime=2025-08-05T10:00:00Z,MHAdmittedPatientClass=200,PrimReasonReferralMH=18,Outcome=ADM,OutcomeDateTime=2025-08-06T11:00:00Z,SiteIDAccepting=RWR01");
        sample.Add("offers", "OfferID=F1,RequestID=Q1,SiteID=RWR01,AskedDateTime=2025-08-05T10:30:00Z,AnswerDateTime=2025-08-05T12:00:00Z,Answer=ACC");
        sample.Add("crfd", "CRFDID=C1,HospProvSpellID=S2,StartDate=2025-08-15,EndDate=2025-08-20,DelayReason=01,AttribTo=04");
        sample.Add("community", "CaseloadID=L1,LocalPatientID=P1,TeamCode=T1,ServiceLine=AAC,StartDate=2025-08-01");
        sample.Add("spend", "SpendID=X1,OrgIDPayee=RYK,OrgIDComm=QM7,ServiceLine=AAC,Category=OAP,PeriodMonth=2025-08,AmountActual=6500.00,OAPID=O1");
        sample.Add("restrictive", "IncidentID=I1,WardStayID=W1,IncidentDate=2025-08-10,TypeCode=01");
        return sample;
    }

    public Sample Patient(string key, string nhsNumber, string born) => Add("patients",
        $"LocalPatientID={key},NHSNumber={nhsNumber},NHSNumberStatus=01,PersonBirthDate={born},Postcode=SG1 1AA,GenderIDCode=1,EthnicCategory=A,GMPReg=D82001,HomeICB=QM7");

    public Sample Referral(string key, string patient, string received) => Add("referrals",
        $"ServiceRequestID={key},LocalPatientID={patient},OrgIDComm=QM7,ReferralRequestReceivedDate={received},SourceOfReferralMH=A1,OrgIDReferringOrg=RYK,PrimReasonReferralMH=18");

    public Sample Spell(string key, string referral, string start, string end = "") => Add("spells",
        $"HospProvSpellID={key},ServiceRequestID={referral},StartDateHospProvSpell={start},SourceAdmMHHospProvSpell=19,MethAdmMHHospProvSpell=21,"
        + $"DischDateHospProvSpell={end}{(end.Length > 0 ? ",MethOfDischMHHospProvSpell=1,DestOfDischHospProvSpell=19" : "")}");

    public Sample Stay(string key, string spell, string start, string end = "") => Add("ward_stays",
        $"WardStayID={key},HospProvSpellID={spell},WardCode=OAK,SiteIDOfWard=RWR01,StartDateWardStay={start},EndDateWardStay={end},MHAdmittedPatientClass=200");

    /// <param name="fields"><c>Field=value</c>, separated by commas; fields left out are blank.</param>
    public Sample Add(string table, string fields)
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in fields.Split(','))
        {
            var equals = field.IndexOf('=', StringComparison.Ordinal);
            row[SpecificationTables.Find(table)![field[..equals]].Name] = field[(equals + 1)..];
        }

        (tables.TryGetValue(table, out var rows) ? rows : tables[table] = []).Add(row);
        return this;
    }

    /// <param name="line">Line of the file; the first row's is 2.</param>
    public Sample Set(string table, int line, string field, string value)
    {
        tables[table][line - 2][SpecificationTables.Find(table)![field].Name] = value;
        return this;
    }

    /// <summary>Line of the row with a key; 1 where there is none.</summary>
    public int LineOf(string table, string key) =>
        tables[table].FindIndex(row => row[SpecificationTables.Find(table)!.Key!.Name] == key) + 2;

    /// <summary>Adds a copy of a row; returns its line.</summary>
    public int Copy(string table, int line)
    {
        tables[table].Add(new(tables[table][line - 2], StringComparer.Ordinal));
        return tables[table].Count + 1;
    }

    public Sample RemoveRow(string table, int line)
    {
        tables[table].RemoveAt(line - 2);
        return this;
    }

    /// <summary>A file with a header and no rows.</summary>
    public Sample Empty(string table)
    {
        tables[table] = [];
        return this;
    }

    /// <summary>A file of any name with any bytes; beats the table's rows.</summary>
    public Sample Raw(string file, string text) => Raw(file, Encoding.UTF8.GetBytes(text));

    public Sample Raw(string file, byte[] bytes)
    {
        raw[file] = bytes;
        return this;
    }

    public Sample Without(string table)
    {
        tables.Remove(table);
        return this;
    }

    public string Text(string table)
    {
        var fields = SpecificationTables.Find(table)!.Fields;
        var csv = new StringBuilder(string.Join(',', fields.Select(field => field.Name))).Append('\n');
        foreach (var row in tables[table])
        {
            csv.Append(string.Join(',', fields.Select(field => Quoted(row.GetValueOrDefault(field.Name, ""))))).Append('\n');
        }

        return csv.ToString();
    }

    public IReadOnlyList<SubmissionFile> Files()
    {
        var files = tables.Keys.ToDictionary(table => table + ".csv", table => Encoding.UTF8.GetBytes(Text(table)));
        foreach (var (name, bytes) in raw)
        {
            files[name] = bytes;
        }

        return [.. files.Select(file => new SubmissionFile(file.Key, file.Value.Length, () => new MemoryStream(file.Value)))];
    }

    public CheckedSubmission Check(CheckContext? context = null) =>
        SubmissionCheck.Run(new SubmissionIdentity("RWR", Period, "first"), Files(), context ?? Context());

    public static CheckContext Context(ReferenceData? reference = null) =>
        new(reference ?? SampleReference.Default, new DateTimeOffset(2025, 9, 2, 9, 5, 0, TimeSpan.Zero));

    /// <summary>Findings as <c>RULE table:line</c>, in their order; the line is left out where there is none.</summary>
    public IReadOnlyList<string> Found(CheckContext? context = null) => Found(Check(context));

    public static IReadOnlyList<string> Found(CheckedSubmission submission) =>
        [.. submission.Findings.Kept.Select(finding => $"{finding.Rule} {finding.Table}{(finding.Line is { } line ? $":{line}" : "")}")];

    static string Quoted(string value) =>
        value.AsSpan().IndexOfAny(",\"\n\r") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
