namespace Homeward.Submissions.Documentation;

/// <summary>One row of every table; together they are a small submission in which no rule finds anything.</summary>
static class ExampleRows
{
    /// <summary>Table → field → value; fields that are not named are blank.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> All { get; } = Rows(
        ("submission", "SpecVersion=1.0|OrgIDProvider=RWR|OrgIDSubmit=RWR|ReportingPeriodStartDate=2025-08-01|ReportingPeriodEndDate=2025-08-31|DateTimeCreated=2025-09-02T09:00:00Z|PrimSystemInUse=Example System|Tables=patients referrals spells ward_stays beds"),
        ("patients", "LocalPatientID=P0001|NHSNumber=9434765919|NHSNumberStatus=01|PersonBirthDate=1990-02-03|Postcode=SG1 1AA|GenderIDCode=2|EthnicCategory=A|GMPReg=D82001|HomeICB=QM7"),
        ("referrals", "ServiceRequestID=R0001|LocalPatientID=P0001|OrgIDComm=QM7|ReferralRequestReceivedDate=2025-08-02|SourceOfReferralMH=I1|OrgIDReferringOrg=RYK|PrimReasonReferralMH=18|ReasonOAT=10|DecisionDate=2025-08-03|ReferralOutcome=ADM"),
        ("spells", "HospProvSpellID=S0001|ServiceRequestID=R0001|StartDateHospProvSpell=2025-08-04|SourceAdmMHHospProvSpell=19|MethAdmMHHospProvSpell=22|EstimatedDischDateHospProvSpell=2025-09-15|LegalStatusCode=02"),
        ("ward_stays", "WardStayID=W0001|HospProvSpellID=S0001|WardCode=OAK|SiteIDOfWard=RWR01|StartDateWardStay=2025-08-04|MHAdmittedPatientClass=200|LeaveDays=2"),
        ("beds", "WardCode=OAK|SiteIDOfWard=RWR01|WardName=Oak ward|MHAdmittedPatientClass=200|WardIntendedSex=F|WardSecLevel=0|CommissionedBeds=18|AvailBedDays=527|ClosedBedDays=31|OpenBeds=17|ClosedReason=STF"),
        ("oaps", "OAPID=O0001|LocalPatientID=P0001|OrgIDSending=RWR|OrgIDReceiving=RYK|SiteIDReceiving=RYK01|OATReason=10|StartDateOAP=2025-08-21|MHAdmittedPatientClass=200|DailyRate=650.00|PlannedReturnDate=2025-09-10|Barrier=BED"),
        ("reviews", "ReviewID=V0001|LocalPatientID=P0001|OAPID=O0001|ReviewType=CASE|ReviewDate=2025-08-28|NextReviewDue=2025-09-11|PlannedReturnDate=2025-09-10|Barrier=BED"),
        ("requests", "RequestID=Q0001|LocalPatientID=P0001|OrgIDReferring=RYK|ReceivedDateTime=2025-08-02T10:00:00Z|MHAdmittedPatientClass=200|PrimReasonReferralMH=18|Outcome=ADM|OutcomeDateTime=2025-08-03T11:00:00Z|SiteIDAccepting=RWR01"),
        ("offers", "OfferID=F0001|RequestID=Q0001|SiteID=RWR01|AskedDateTime=2025-08-02T10:30:00Z|AnswerDateTime=2025-08-02T12:00:00Z|Answer=ACC"),
        ("crfd", "CRFDID=C0001|HospProvSpellID=S0001|StartDate=2025-08-25|DelayReason=03|AttribTo=05"),
        ("community", "CaseloadID=L0001|LocalPatientID=P0001|TeamCode=HTT1|ServiceLine=AAC|StartDate=2025-08-01|EndDate=2025-08-03"),
        ("spend", "SpendID=X0001|OrgIDPayee=RYK|SiteIDPayee=RYK01|OrgIDComm=QM7|ServiceLine=AAC|Category=OAP|PeriodMonth=2025-08|AmountActual=7150.00|Recurrent=N|OccupiedBedDaysBilled=11|OAPID=O0001"),
        ("restrictive", "IncidentID=I0001|WardStayID=W0001|IncidentDate=2025-08-10|TypeCode=01"));

    static Dictionary<string, IReadOnlyDictionary<string, string>> Rows(params (string Table, string Row)[] rows) => rows.ToDictionary(
        row => row.Table,
        row => (IReadOnlyDictionary<string, string>)row.Row.Split('|').Select(field => field.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]));
}
