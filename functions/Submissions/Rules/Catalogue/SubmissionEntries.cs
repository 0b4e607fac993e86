using Homeward.Submissions.Checking;

namespace Homeward.Submissions.Rules.Catalogue;

static class SubmissionEntries
{
    const string Manifest = "SpecVersion,OrgIDProvider,ReportingPeriodStartDate,ReportingPeriodEndDate,DateTimeCreated";

    const string Right = "1.0,RWR,2025-08-01,2025-08-31,2025-09-02T09:00:00Z";

    public static IReadOnlyList<RuleEntry> All { get; } =
    [
        new("SUB001", Severity.File, ["submission"], "The manifest cannot be used")
        {
            Depth = Depth.Manifest,
            Message = "submission.csv must hold exactly one row that can be read: {detail}.",
            Cause = "submission.csv is absent, cannot be read as CSV, has no row or more than one below its header, or its row breaks a rule that rejects it.",
            Why = "The manifest says whose data this is and which month it describes; without it no row can be placed.",
            Fix = "Send submission.csv with the header and one row, every mandatory field given.",
            Example = new("submission", Manifest, "1.0,RWR,2025-08-01,2025-08-31,", Right),
        },
        new("SUB002", Severity.File, ["submission"], "Another provider's submission")
        {
            Depth = Depth.Manifest,
            Message = "OrgIDProvider is {value}, but this upload belongs to {detail}: send the files of the provider that you upload for.",
            Cause = "OrgIDProvider in submission.csv is not the provider that the upload belongs to.",
            Why = "One provider's month must never replace another's.",
            Fix = "Check that the files and the upload are of the same provider; give its ODS code in OrgIDProvider.",
            Example = new("submission", Manifest, "1.0,RYK,2025-08-01,2025-08-31,2025-09-02T09:00:00Z", Right),
        },
        new("SUB003", Severity.File, ["submission"], "Not the upload's month, or a closed one")
        {
            Depth = Depth.Manifest,
            Message = "The reporting period does not fit: {detail}.",
            Cause = "ReportingPeriodStartDate and ReportingPeriodEndDate are not the first and last day of the month that was uploaded to, or that month is closed for submissions.",
            Why = "A submission replaces a whole calendar month; figures of closed months are final.",
            Fix = "Give the first and last day of the month, and upload to that month. A closed month has to be opened by the collaborative first.",
            Example = new("submission", Manifest, "1.0,RWR,2025-07-01,2025-07-31,2025-09-02T09:00:00Z", Right),
        },
        new("SUB004", Severity.File, ["submission"], "Made at an impossible time")
        {
            Depth = Depth.Manifest,
            Message = "DateTimeCreated is {value}, {detail}.",
            Cause = "DateTimeCreated lies before the last day of the period, or more than ten minutes after the submission was received.",
            Why = "An extract made before the month is over misses admissions and discharges; a time in the future hides which extract is the newer one.",
            Fix = "Make the extract on the last day of the month or later, and give its time with the offset from UTC; a time without one is read as London time.",
            Example = new("submission", Manifest, "1.0,RWR,2025-08-01,2025-08-31,2025-08-20T09:00:00Z", Right),
        },
        new("SUB005", Severity.File, [], "A table or a mandatory column is absent")
        {
            Depth = Depth.File,
            Message = "{file}: {detail}.",
            Cause = "A mandatory table, or a table that the manifest's Tables column names, was not sent; or a table's header lacks a mandatory column.",
            Why = "A submission replaces the whole month, so a table left out by accident would empty it.",
            Fix = "Send every mandatory table and every table that the manifest names, each with all of its mandatory columns.",
            Example = new("spells", "HospProvSpellID,ServiceRequestID", "S1,R1", "S1,R1,2025-08-01")
            {
                RightHeader = "HospProvSpellID,ServiceRequestID,StartDateHospProvSpell",
            },
        },
        new("SUB006", Severity.File, [], "A file cannot be read")
        {
            Depth = Depth.File,
            Message = "{file} cannot be read to its end: {detail}",
            Cause = "The file is not UTF-8, a row has more or fewer fields than the header, a quote is not closed, a header column is given twice, or a limit is passed. Or the zip that the files came in is damaged, has a password, or holds what no submission has.",
            Why = "From the place of the fault on, nothing tells which value belongs to which field.",
            Fix = "Save the file as CSV UTF-8, with a comma between fields and double quotes around any text that holds a comma or a line break. Make a zip again from the CSV files themselves, without a password, and send it under a new upload name.",
            Example = new("patients", "LocalPatientID,GenderIDCode,EthnicCategory", "P1,1", "P1,1,A"),
        },
        new("SUB007", Severity.File, [], "Too many rows of a mandatory table are rejected")
        {
            Depth = Depth.Consequence,
            Message = "{file}: {detail} rows are rejected, which is too many to stand for the month; mend the rows listed and send everything again.",
            Cause = "More than 20 % and more than 10 of the rows of a mandatory table are rejected, rows under a rejected row included. Both limits can be configured.",
            Why = "A month with a fifth of its rows missing would show a fall in placements that never happened.",
            Fix = "Start with the rule that rejects most rows: rows under a rejected row (GEN006) come back by themselves when that row is put right.",
            Example = new("patients", "", "50 rows in patients.csv, 12 of them rejected", "50 rows in patients.csv, 3 of them rejected"),
        },
        new("SUB008", Severity.Warning, [], "Row count far from the month before")
        {
            Depth = Depth.File,
            Message = "{file} has {detail}: check that the extract is complete.",
            Cause = "A table's row count differs by more than 30 % and more than 10 rows from the provider's current submission of the month before. Both limits can be configured.",
            Why = "A sudden fall or rise is more often a faulty extract than a change in care.",
            Fix = "Compare with the record system. Where the change is real, nothing has to be done.",
            Example = new("ward_stays", "", "40 rows in ward_stays.csv, 200 the month before", "190 rows in ward_stays.csv, 200 the month before"),
        },
        new("SUB009", Severity.Warning, [], "A mandatory table without rows")
        {
            Depth = Depth.File,
            Message = "{file} has a header and no rows: send it again if the month was not empty.",
            Cause = "A mandatory table has a header and no rows.",
            Why = "An empty month is possible, but is more often an extract that failed; the provider would disappear from the month's figures.",
            Fix = "Run the extract again. Where the month was empty, nothing has to be done.",
            Example = new("ward_stays", "", "ward_stays.csv with a header and no rows", "ward_stays.csv with the month's ward stays"),
        },
        new("SUB010", Severity.Warning, [], "A file came too late")
        {
            Depth = Depth.File,
            Message = "{file} arrived or changed after the submission was judged, and was not read: send everything again under a new upload name.",
            Cause = "A file arrived in the folder, or was replaced in it, after submission.csv had started the judgement.",
            Why = "A folder is judged once, so that everyone sees the same submission; what comes later is not in any figure.",
            Fix = "Upload all files again under a new upload name, submission.csv last.",
            Example = new("submission", "", "beds.csv uploaded after submission.csv", "every file uploaded again under a new upload name, submission.csv last"),
        },
        new("SUB011", Severity.Warning, [], "A file that is no table")
        {
            Depth = Depth.File,
            Message = "{file} is no table of the specification and was not read{detail}.",
            Cause = "The name of a file is not one of the table names, in lower case, followed by .csv; or the same file is given twice.",
            Why = "A misspelt name is a table that nobody counts.",
            Fix = "Use the table names of the specification, in lower case; leave other files out.",
            Example = new("ward_stays", "", "wardstays.csv", "ward_stays.csv"),
        },
        new("SUB012", Severity.File, ["patients"], "NHS numbers as local ids")
        {
            Message = "{detail} rows of {file} use the NHS number as LocalPatientID: send your own patient ids, which must not be NHS numbers.",
            Cause = "LocalPatientID equals the row's NHSNumber (PAT006) on more than 5 % of patients.",
            Why = "Local ids are kept and shown to case managers; NHS numbers must not leave the landing area.",
            Fix = "Export the record system's own patient id as LocalPatientID, in every table.",
            Example = new("patients", "", "50 rows in patients.csv, in 30 of them LocalPatientID is the NHS number", "50 rows in patients.csv, every one with the record system's own patient id"),
        },
    ];
}
