using System.Globalization;
using System.Text;
using Homeward.Columns;
using Homeward.Lake;
using Homeward.Lake.Folder;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Arrivals;
using Homeward.Pipeline.Compute;
using Homeward.Pipeline.Ingest;
using Homeward.Reference;
using Homeward.Submissions.Curated;

namespace Homeward.App.Local;

/// <summary>Judges and computes one made-up person's month in a folder that is thrown away, so that code is compiled before the first upload comes.</summary>
/// <remarks>The package for Azure is compiled ahead and needs none. To be run before traces are listened to: it is nobody's submission.</remarks>
static class WarmUp
{
    static readonly Month Period = new(2025, 8);

    /// <param name="reference">Of its organisations the first is taken.</param>
    /// <param name="folder">Empty; removed in the end.</param>
    /// <param name="cancel">Ends it early; the folder goes all the same.</param>
    /// <returns>How the month was judged; null where there is no organisation to send it.</returns>
    public static async Task<LedgerState?> Run(ReferenceData reference, DirectoryInfo folder, CancellationToken cancel)
    {
        try
        {
            if (reference.Organisations is not [var organisation, ..])
            {
                return null;
            }

            var (store, ledger) = (new FolderLake(folder.FullName, durable: false), new FolderLedger(folder.FullName, durable: false));
            var landing = LakePaths.Landing(organisation.Code, Period, "warm-up");
            foreach (var (name, text) in Files(organisation.Code))
            {
                await store.Put(landing.File(name), Encoding.UTF8.GetBytes(text), cancel);
            }

            var ingest = new IngestJob(store, ledger, reference, PseudonymKeys.Demo, new IngestOptions("warm-up"));
            var report = await new ArrivalJob(store, ledger, ingest).Run(organisation.Code, _ => Task.CompletedTask, cancel);
            await new ComputeJob(store, ledger, reference, new CuratedTables(store)).Run(Period, cancel);
            return report.Judged[0].Row.State;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static IEnumerable<(string Name, string Text)> Files(string provider)
    {
        var (first, last) = (Day(Period.FirstDay), Day(Period.LastDay));
        yield return ("patients.csv", "LocalPatientID,PersonBirthDate,GenderIDCode\nP1,1990-01-01,1\n");
        yield return ("referrals.csv", $"ServiceRequestID,LocalPatientID,ReferralRequestReceivedDate,ReasonOAT,OrgIDReferringOrg\nR1,P1,{first},10,{provider}\n");
        yield return ("spells.csv", $"HospProvSpellID,ServiceRequestID,StartDateHospProvSpell\nS1,R1,{first}\n");
        yield return ("ward_stays.csv", $"WardStayID,HospProvSpellID,WardCode,SiteIDOfWard,StartDateWardStay,MHAdmittedPatientClass\nW1,S1,OAK,{provider},{first},200\n");
        yield return ("beds.csv", $"WardCode,SiteIDOfWard,MHAdmittedPatientClass,AvailBedDays,ClosedBedDays\nOAK,{provider},200,31,0\n");
        yield return (LakePaths.Manifest, $"SpecVersion,OrgIDProvider,ReportingPeriodStartDate,ReportingPeriodEndDate,DateTimeCreated\n1.0,{provider},{first},{last},{last}T12:00:00Z\n");
    }

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
