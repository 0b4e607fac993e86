using System.Globalization;
using System.Text;
using Homeward.Columns;

namespace Homeward.Pipeline.Tests.Uploads;

/// <summary>One upload of a few people in the smallest world: a month's files that no rule rejects, to be changed file by file.</summary>
sealed class SmallUpload
{
    readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);

    /// <param name="people">Everybody with one open spell since the month before.</param>
    /// <param name="placed">The first so many of them are placed by the other trust for want of a bed.</param>
    public SmallUpload(string provider, Month period, string upload, DateTime created, int people = 3, int placed = 0)
    {
        (Provider, Period, Name) = (provider, period, upload);
        var other = provider == "RWR" ? "RYK" : "RWR";
        var start = (period - 1).FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var numbers = Enumerable.Range(1, people).ToList();
        Text("submission.csv", "SpecVersion,OrgIDProvider,ReportingPeriodStartDate,ReportingPeriodEndDate,DateTimeCreated",
            [string.Create(CultureInfo.InvariantCulture, $"1.0,{provider},{period.FirstDay:yyyy-MM-dd},{period.LastDay:yyyy-MM-dd},{created:yyyy-MM-ddTHH:mm:ss}Z")]);
        Text("patients.csv", "LocalPatientID,NHSNumber,NHSNumberStatus,PersonBirthDate,Postcode,GenderIDCode,EthnicCategory,GMPReg,HomeICB",
            numbers.Select(i => $"P{i},,07,1990-01-0{i % 9 + 1},SG1 1AA,1,A,D82001,QM7"));
        Text("referrals.csv", "ServiceRequestID,LocalPatientID,OrgIDComm,ReferralRequestReceivedDate,SourceOfReferralMH,OrgIDReferringOrg,PrimReasonReferralMH,ReasonOAT",
            numbers.Select(i => $"R{i},P{i},QM7,{start},A1,{other},18,{(i <= placed ? "10" : "")}"));
        Text("spells.csv", "HospProvSpellID,ServiceRequestID,StartDateHospProvSpell,SourceAdmMHHospProvSpell,MethAdmMHHospProvSpell",
            numbers.Select(i => $"S{i},R{i},{start},19,21"));
        Text("ward_stays.csv", "WardStayID,HospProvSpellID,WardCode,SiteIDOfWard,StartDateWardStay,EndDateWardStay,MHAdmittedPatientClass",
            numbers.Select(i => $"W{i},S{i},OAK,{provider}01,{start},,200"));
        Text("beds.csv", "WardCode,SiteIDOfWard,MHAdmittedPatientClass,WardIntendedSex,WardSecLevel,CommissionedBeds,AvailBedDays,ClosedBedDays,OpenBeds",
            [$"OAK,{provider}01,200,X,0,20,500,0,20"]);
    }

    public string Provider { get; }

    public Month Period { get; }

    public string Name { get; }

    public IReadOnlyDictionary<string, byte[]> Files => files;

    public SmallUpload With(string file, byte[] bytes)
    {
        files[file] = bytes;
        return this;
    }

    public SmallUpload With(string file, string text) => With(file, Encoding.UTF8.GetBytes(text));

    public SmallUpload Without(string file)
    {
        files.Remove(file);
        return this;
    }

    public SmallUpload Change(string file, string from, string to) =>
        With(file, Encoding.UTF8.GetString(files[file]).Replace(from, to, StringComparison.Ordinal));

    /// <summary>Writes it below a landing folder; gives the upload's own folder.</summary>
    public string WriteTo(string landing)
    {
        var folder = Directory.CreateDirectory(Path.Combine(landing, Provider, Period.ToString(), Name)).FullName;
        foreach (var (name, bytes) in files)
        {
            File.WriteAllBytes(Path.Combine(folder, name), bytes);
        }

        return folder;
    }

    void Text(string file, string header, IEnumerable<string> rows) => With(file, string.Join('\n', [header, .. rows, ""]));
}
