using Homeward.Submissions.Checking;

namespace Homeward.Submissions.Rules.Catalogue;

static class GeneralEntries
{
    public static IReadOnlyList<RuleEntry> All { get; } =
    [
        new("GEN001", Severity.Record, [], "Mandatory field blank")
        {
            Message = "{field} is blank and is mandatory: give it and send the file again.",
            Cause = "A mandatory field of the row has no value.",
            Why = "Without it the row cannot be placed in a month, tied to a person or counted.",
            Fix = "Fill the field in the record system, or correct the extract.",
            Example = new("spells", "HospProvSpellID,StartDateHospProvSpell", "S1,", "S1,2025-08-01"),
        },
        new("GEN002", Severity.Record, [], "Wrong type or format")
        {
            Message = "{field} cannot be read: expected {detail}.",
            Cause = "A value is not of the field's type: an impossible date, a number with letters, an ODS code of the wrong length, a key longer than 40 characters or with a control character.",
            Why = "Guessing what was meant would put people on the wrong day or in the wrong place.",
            Fix = "Send dates as yyyy-MM-dd, numbers with a decimal point and no thousands separator, and codes as they stand in the national lists.",
            Example = new("spells", "HospProvSpellID,StartDateHospProvSpell", "S1,2025-08-32", "S1,2025-08-01"),
        },
        new("GEN003", Severity.Warning, [], "Code not in the national list")
        {
            Message = "{field} is {value}, which is not in the list for the month; send a valid code, and mind leading zeros.",
            Cause = "A code is not in the national list that is in force in the month. It is kept as sent and counted as Invalid.",
            Why = "Figures by reason, class or discharge count the row as unknown.",
            Fix = "Map the local code to the national one in the record system or the extract. Leading zeros count: 07 is not 7.",
            Example = new("referrals", "ServiceRequestID,ReasonOAT", "R1,7", "R1,10"),
        },
        new("GEN004", Severity.Warning, [], "A declared unknown")
        {
            Message = "{field} says that the value is not known ({value}): give it when it is.",
            Cause = "The value is one of the codes that stand for unknown or not recorded, such as 99, Z or a ZZ99 postcode. It is counted as Default.",
            Why = "Unknown reasons and homes are left out of the figures that collaboratives act on.",
            Fix = "Record the value, then send the month again. Where it truly is not known, nothing has to be done.",
            Example = new("referrals", "ServiceRequestID,ReasonOAT", "R1,99", "R1,10"),
        },
        new("GEN005", Severity.Group, [], "Duplicate primary key")
        {
            Message = "The same {field} stands on line {detail} too: every row needs a key of its own, so all copies are rejected.",
            Cause = "Two or more rows of a table have the same primary key. All copies are rejected.",
            Why = "Nothing tells which copy is right, and counting both would count a stay twice.",
            Fix = "Send one row for each key, with its latest values.",
            Example = new("community", "CaseloadID,StartDate", "L1,2025-08-01\nL1,2025-08-04", "L1,2025-08-04"),
        },
        new("GEN006", Severity.Group, [], "Parent missing or rejected")
        {
            Depth = Depth.Consequence,
            Message = "The row that this one belongs to does not stand: {detail}; put that right, and this row comes back by itself.",
            Cause = "The row points to a parent row that is not in its file, or that is rejected. The message names the row where it starts.",
            Why = "A stay without its spell, referral and patient belongs to nobody.",
            Fix = "Start at the row that the message names: where it is missing, send it; where it is rejected, put it right.",
            Example = new("ward_stays", "WardStayID,HospProvSpellID", "W1,S999", "W1,S1"),
        },
        new("GEN007", Severity.Warning, [], "Organisation unknown")
        {
            Message = "{field} is {value}, which the reference data does not know in this month: check the ODS code.",
            Cause = "An organisation, site or practice code is not in the reference data, or was not live in the period.",
            Why = "The row cannot be counted for the right sender, commissioner or home.",
            Fix = "Correct the code, or send the current one where the organisation has merged. Where the code is right, ask the collaborative to add it to the reference data.",
            Example = new("referrals", "ServiceRequestID,OrgIDComm", "R1,XQQ99", "R1,QM7"),
        },
        new("GEN008", Severity.Warning, [], "Dates as dd/MM/yyyy")
        {
            Depth = Depth.File,
            Message = "{field} has {detail} date(s) written dd/MM/yyyy; they were read, but send yyyy-MM-dd.",
            Cause = "Dates of the column are written dd/MM/yyyy. They are read, and reported once per column with a count.",
            Why = "The same digits can be read as another day by other tools, and a spreadsheet may already have swapped day and month.",
            Fix = "Write dates as yyyy-MM-dd. Where a spreadsheet was in between, check that no day was swapped.",
            Example = new("spells", "HospProvSpellID,StartDateHospProvSpell", "S1,01/08/2025", "S1,2025-08-01"),
        },
        new("GEN009", Severity.Warning, [], "Column not in the specification")
        {
            Depth = Depth.File,
            Message = "The column {field} of {file} is not in the specification and is ignored; check its spelling, or leave it out.",
            Cause = "A header names a column that the specification does not have. It is ignored, and reported once per column.",
            Why = "A misspelt header is a field that nobody sees; a column that is not needed may hold what should not be sent.",
            Fix = "Use the names of the specification. Leave out everything else.",
            Example = new("spells", "HospProvSpellID,StartDate", "S1,2025-08-01", "S1,2025-08-01")
            {
                RightHeader = "HospProvSpellID,StartDateHospProvSpell",
            },
        },
    ];
}
