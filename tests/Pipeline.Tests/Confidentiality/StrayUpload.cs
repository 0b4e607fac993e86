using System.Globalization;
using Homeward.Columns;
using Homeward.Pipeline.Tests.Uploads;
using Homeward.Submissions.Specification;

namespace Homeward.Pipeline.Tests.Confidentiality;

/// <summary>A month of RWR in which somebody's NHS number, postcode and birth date stand in every column that is not theirs and is no key.</summary>
static class StrayUpload
{
    public const string NhsNumber = "9434765919";

    /// <summary>A good NHS number that a whole number of 32 bits can hold.</summary>
    public const string SmallNumber = "1434765806";
    public const string Postcode = "SG18 0QQ";
    public const string BirthDate = "1971-03-17";

    static readonly string[] InNumbers = [NhsNumber, SmallNumber, $"{NhsNumber}.00", Postcode];
    static readonly string[] InTexts =
    [
        NhsNumber, "943 476 5919", $"Oak {NhsNumber}", "943-476-5919", Postcode, "SG180QQ", "sg180qq", $"Oak {Postcode}", BirthDate, "17/03/1971", "19710317",
    ];

    static readonly Dictionary<string, string> Rows = new(StringComparer.Ordinal)
    {
        ["patients"] = "LocalPatientID=P1,NHSNumberStatus=07,PersonBirthDate=1990-01-01,Postcode=SG1 1AA,GenderIDCode=1,EthnicCategory=A,GMPReg=D82001,HomeICB=QM7",
        ["referrals"] = "ServiceRequestID=R1,LocalPatientID=P1,OrgIDComm=QM7,ReferralRequestReceivedDate=2025-07-01,SourceOfReferralMH=A1,OrgIDReferringOrg=RYK,PrimReasonReferralMH=18,ReasonOAT=10",
        ["spells"] = "HospProvSpellID=S1,ServiceRequestID=R1,StartDateHospProvSpell=2025-07-02,SourceAdmMHHospProvSpell=19,MethAdmMHHospProvSpell=21",
        ["ward_stays"] = "WardStayID=W1,HospProvSpellID=S1,WardCode=OAK,SiteIDOfWard=RWR01,StartDateWardStay=2025-07-02,MHAdmittedPatientClass=200,LeaveDays=0",
        ["beds"] = "WardCode=OAK,SiteIDOfWard=RWR01,WardName=Oak,MHAdmittedPatientClass=200,WardIntendedSex=X,WardSecLevel=0,CommissionedBeds=10,AvailBedDays=300,ClosedBedDays=0,OpenBeds=10",
        ["oaps"] = "OAPID=O1,LocalPatientID=P1,OrgIDSending=RWR,OrgIDReceiving=RYK,SiteIDReceiving=RYK01,OATReason=10,StartDateOAP=2025-08-05,MHAdmittedPatientClass=200,DailyRate=650.00,Barrier=BED",
        ["reviews"] = "ReviewID=V1,LocalPatientID=P1,HospProvSpellID=S1,ReviewType=CASE,ReviewDate=2025-08-28,Barrier=BED",
        ["requests"] = "RequestID=Q1,LocalPatientID=P1,OrgIDReferring=RYK,ReceivedDateTime=2025-08-05T10:00:00Z,MHAdmittedPatientClass=200,PrimReasonReferralMH=18,Outcome=ADM,SiteIDAccepting=RWR01",
        ["offers"] = "OfferID=F1,RequestID=Q1,SiteID=RWR01,AskedDateTime=2025-08-05T10:30:00Z,AnswerDateTime=2025-08-05T12:00:00Z,Answer=DEC,DeclineReason=BED",
        ["crfd"] = "CRFDID=C1,HospProvSpellID=S1,StartDate=2025-08-15,DelayReason=01,AttribTo=04",
        ["community"] = "CaseloadID=L1,LocalPatientID=P1,TeamCode=T1,ServiceLine=AAC,StartDate=2025-08-01",
        ["spend"] = "SpendID=X1,OrgIDPayee=RYK,OrgIDComm=QM7,ServiceLine=AAC,Category=OAP,PeriodMonth=2025-08,AmountActual=6500.00,OAPID=O1",
        ["restrictive"] = "IncidentID=I1,WardStayID=W1,IncidentDate=2025-08-10,TypeCode=01",
    };

    /// <summary>Every table with a good row, and one more row for each column and each way to write an identifier.</summary>
    public static SmallUpload Of(Month period, DateTime created)
    {
        var upload = new SmallUpload("RWR", period, "strays", created);
        foreach (var (table, row) in Rows)
        {
            upload.With($"{table}.csv", Csv(SpecificationTables.Find(table)!, row));
        }

        return upload
            .Change("submission.csv", "DateTimeCreated", "DateTimeCreated,PrimSystemInUse,OrgIDSubmit").Change("submission.csv", "Z\n", $"Z,Oak {NhsNumber},SG180QQ\n")
            .Change("beds.csv", "\n", ",,\n").Change("beds.csv", "ClosedReason,,\n", $"ClosedReason,{NhsNumber},{Postcode}\n")
            .With($"{NhsNumber}.csv", "A\n1\n").With($"{Postcode}.txt", "A\n").With("SG180QQ.csv", "A\n");
    }

    /// <summary>Manifests that are rejected, each for an identifier in another column; and one whose first row stands where the header should.</summary>
    public static IEnumerable<SmallUpload> Rejected(Month period, DateTime created)
    {
        foreach (var (field, i) in SpecificationTables.Submission.Fields.Select((field, i) => (field, i)))
        {
            var upload = new SmallUpload("RWR", period, $"manifest-{i}", created);
            var header = string.Join(',', SpecificationTables.Submission.Fields.Select(other => other.Name));
            string[] row = ["1.0", "RWR", "", "2025-08-01", "2025-08-31", "2025-09-08T09:00:00Z", "", ""];
            row[i] = field.Name == "Tables" ? $"{NhsNumber} SG180QQ {BirthDate}" : NhsNumber;
            yield return upload.With("submission.csv", $"{header}\n{string.Join(',', row)}\n");
            row[i] = Postcode;
            yield return new SmallUpload("RWR", period, $"manifest-{i}-postcode", created).With("submission.csv", $"{header}\n{string.Join(',', row)}\n");
        }

        yield return new SmallUpload("RWR", period, "headless", created).With("patients.csv", $"P1,{NhsNumber},01,{BirthDate},{Postcode},1,A,D82001,QM7\n");
        yield return new SmallUpload("RWR", period, "twice", created).With("beds.csv", $"WardCode,{NhsNumber},{NhsNumber}\nOAK,1,2\n");
    }

    static string Csv(TableSpec table, string row)
    {
        var good = row.Split(',').ToDictionary(value => value[..value.IndexOf('=', StringComparison.Ordinal)], value => value[(value.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        var rows = new List<Dictionary<string, string>> { good };
        foreach (var field in table.Fields.Where(field => !field.Confidential && field.Kind is not (FieldKind.Key or FieldKind.Parent or FieldKind.LocalKey)))
        {
            foreach (var stray in field.Kind is FieldKind.Integer or FieldKind.Money ? InNumbers : field.Kind is FieldKind.Date or FieldKind.DateTime ? InTexts[..8] : InTexts)
            {
                rows.Add(new(good) { [table.Key!.Name] = string.Create(CultureInfo.InvariantCulture, $"K{rows.Count}"), [field.Name] = stray });
            }
        }

        var header = string.Join(',', table.Fields.Select(field => field.Name));
        return $"{header}\n{string.Concat(rows.Select(values => string.Join(',', table.Fields.Select(field => values.GetValueOrDefault(field.Name, ""))) + "\n"))}";
    }
}
