using Homeward.Submissions.Checking;

namespace Homeward.Submissions.Rules.Catalogue;

static class PatientEntries
{
    public static IReadOnlyList<RuleEntry> All { get; } =
    [
        new("PAT001", Severity.Record, ["patients"], "NHS number is not one")
        {
            Message = "NHSNumber is no valid NHS number: send its ten digits without spaces, or leave it blank with NHSNumberStatus 07.",
            Cause = "NHSNumber is not ten digits, its check digit (modulus 11) does not fit, or it is a placeholder such as 9999999999.",
            Why = "The number ties one person's stays in several providers together; a wrong one makes two people into one.",
            Fix = "Trace the number on the Personal Demographics Service and correct it in the record system.",
            Example = new("patients", "LocalPatientID,NHSNumber", "P1,9999999999", "P1,9434765919"),
        },
        new("PAT002", Severity.Warning, ["patients"], "NHS number and its status disagree")
        {
            Message = "{detail}: correct the one that is wrong.",
            Cause = "NHSNumber is blank and NHSNumberStatus is not 07, or NHSNumberStatus is 07 and a number is given.",
            Why = "A person without a number cannot be followed from one provider to the next.",
            Fix = "Give the number; or send NHSNumberStatus 07 where there truly is none.",
            Example = new("patients", "LocalPatientID,NHSNumber,NHSNumberStatus", "P1,,01", "P1,,07"),
        },
        new("PAT003", Severity.Record, ["patients"], "Birth date impossible")
        {
            Message = "PersonBirthDate {detail}: correct it, or leave it blank where it is not known.",
            Cause = "PersonBirthDate lies after the last day of the period, or makes the person older than 130.",
            Why = "Age decides which beds are right for a person and how figures are broken down.",
            Fix = "Correct the birth date. A year of two digits turned into the wrong century is a common cause.",
            Example = new("patients", "LocalPatientID,PersonBirthDate", "P1,1890-02-03", "P1,1990-02-03"),
        },
        new("PAT004", Severity.Warning, ["patients"], "Postcode missing or not known")
        {
            Message = "Postcode {detail}: send the postcode of the home before admission.",
            Cause = "Postcode is blank, has not the shape of a postcode, or is not in the reference data.",
            Why = "Distance from home and the home area are worked out from it; without it nobody can tell how far away the person lies.",
            Fix = "Send the full postcode of the address before admission. For people of no fixed abode send ZZ99 3VZ.",
            Example = new("patients", "LocalPatientID,Postcode", "P1,", "P1,SG1 1AB"),
        },
        new("PAT005", Severity.Group, ["patients"], "One NHS number on two local ids")
        {
            Message = "The same NHSNumber stands on line {detail} under another LocalPatientID: merge the two records, or correct the number.",
            Cause = "Two rows with different LocalPatientIDs have the same valid NHS number. All of them are rejected.",
            Why = "Either two people would be counted as one, or one person's stays would hang on two records.",
            Fix = "Merge the records in the record system where they are one person; correct the number that is wrong where they are two.",
            Example = new("patients", "LocalPatientID,NHSNumber", "P1,9434765870", "P1,9434765919"),
        },
        new("PAT006", Severity.Record, ["patients"], "Local id is the NHS number")
        {
            Message = "LocalPatientID is the row's NHS number: send the record system's own patient id.",
            Cause = "LocalPatientID equals NHSNumber.",
            Why = "Local ids are kept and shown to case managers; NHS numbers must not leave the landing area.",
            Fix = "Export the record system's own patient id as LocalPatientID, in every table.",
            Example = new("patients", "LocalPatientID,NHSNumber", "9434765919,9434765919", "P1,9434765919"),
        },
        new("PAT007", Severity.Warning, ["patients"], "Postcode is a hospital's")
        {
            Message = "Postcode is that of a hospital site, which is no evidence of a home: send the address before admission.",
            Cause = "The postcode is that of a hospital site in the reference data.",
            Why = "After a long stay the ward's address replaces the home's in many systems. The person would seem to live where they are placed, and the placement would seem to be local.",
            Fix = "Send the postcode of the last address before admission.",
            Example = new("patients", "LocalPatientID,Postcode", "P1,AL3 5TL", "P1,SG1 1AA"),
        },
    ];
}
