using Homeward.Reference;
using Homeward.Submissions.Specification;
using Homeward.Synthetic.Sized;
using Homeward.Synthetic.Tests.Naive;

namespace Homeward.Synthetic.Tests.Sized;

public sealed class SizedWriterTests : IDisposable
{
    static readonly SizedRequest Request = new(5, 7, 83, Seed: 4);

    readonly string folder = Directory.CreateTempSubdirectory("synthetic").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Write_EveryProviderAndMonth_HasExactlyTheRowsAskedFor()
    {
        SizedWriter.Write(Request, folder);

        var stays = Directory.GetFiles(folder, "ward_stays.csv", SearchOption.AllDirectories);
        Assert.Equal(Request.Providers * Request.Months, stays.Length);
        Assert.All(stays, file => Assert.Equal(Request.Rows + 1, File.ReadAllLines(file).Length));
    }

    [Fact]
    public void Write_EveryTableOfTheSpecification_IsThereWithItsColumns()
    {
        SizedWriter.Write(Request, folder);

        var upload = Path.Combine(folder, "landing", "S02", $"{Request.Last}", "monthly");
        foreach (var table in SpecificationTables.All)
        {
            var lines = File.ReadAllLines(Path.Combine(upload, $"{table.Name}.csv"));
            Assert.Equal(string.Join(',', table.Fields.Select(field => field.Name)), lines[0]);
            Assert.True(lines.Length > 1, $"{table.Name} is empty.");
            Assert.All(lines, line => Assert.Equal(table.Fields.Count - 1, line.Count(sign => sign == ',')));
        }
    }

    [Fact]
    public void Write_KeysAndParents_AreWholeInEveryMonth()
    {
        SizedWriter.Write(Request, folder);

        foreach (var upload in Directory.GetFiles(folder, "submission.csv", SearchOption.AllDirectories).Select(file => Path.GetDirectoryName(file)!))
        {
            var tables = SpecificationTables.All.ToDictionary(table => table.Name, table => NaiveTable.Read(File.ReadAllBytes(Path.Combine(upload, $"{table.Name}.csv"))));
            foreach (var table in SpecificationTables.All.Where(table => table.Key is not null))
            {
                var keys = tables[table.Name].Select(row => row[table.Key!.Name]).ToList();
                Assert.Equal(keys.Count, keys.Distinct().Count());
                foreach (var parent in table.Parents)
                {
                    var parents = tables[parent.Parent!].Select(row => row[SpecificationTables.Find(parent.Parent!)!.Key!.Name]).ToHashSet();
                    Assert.All(tables[table.Name], row => Assert.Contains(row[parent.Name], parents));
                }
            }

            var numbers = tables["patients"].Select(row => row["NHSNumber"]).ToList();
            Assert.Equal(numbers.Count, numbers.Distinct().Count());
        }
    }

    [Fact]
    public void Write_PlacementsBetweenTrusts_AreAllToldByTheReceiver()
    {
        SizedWriter.Write(Request, folder);

        var months = Directory.GetDirectories(Path.Combine(folder, "landing")).SelectMany(Directory.GetDirectories).ToList();
        var sent = months.SelectMany(month => Rows(month, "oaps").Where(row => row["OrgIDReceiving"] != "NXQ").Select(row => (
            Person: Rows(month, "patients").Single(patient => patient["LocalPatientID"] == row["LocalPatientID"])["NHSNumber"],
            Receiver: row["OrgIDReceiving"],
            Start: row["StartDateOAP"]))).ToHashSet();
        var received = months.SelectMany(month => Rows(month, "spells").Select(spell => (Spell: spell, Referral: Rows(month, "referrals").Single(r => r["ServiceRequestID"] == spell["ServiceRequestID"])))
            .Where(pair => pair.Referral["ReasonOAT"] != "").Select(pair => (
                Person: Rows(month, "patients").Single(patient => patient["LocalPatientID"] == pair.Referral["LocalPatientID"])["NHSNumber"],
                Receiver: Path.GetFileName(Path.GetDirectoryName(month))!,
                Start: pair.Spell["StartDateHospProvSpell"]))).ToHashSet();

        Assert.NotEmpty(sent.Intersect(received));
        Assert.Empty(sent.Except(received));
        Assert.NotEmpty(received.Except(sent));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    public void Write_SameRequest_SameBytes(double defects)
    {
        var other = Directory.CreateDirectory(Path.Combine(folder, "again")).FullName;
        var one = Directory.CreateDirectory(Path.Combine(folder, "once")).FullName;
        SizedWriter.Write(Request with { Defects = defects }, one);
        SizedWriter.Write(Request with { Defects = defects }, other);

        var files = Directory.GetFiles(one, "*", SearchOption.AllDirectories);
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(other, Path.GetRelativePath(one, file)))));
    }

    [Fact]
    public void Write_Reference_Loads()
    {
        SizedWriter.Write(Request with { Providers = 23, Months = 1 }, folder);

        var files = Directory.GetFiles(Path.Combine(folder, "reference")).ToDictionary(file => Path.GetFileName(file)!, File.ReadAllBytes);
        var reference = ReferenceData.Load(files);
        Assert.Empty(reference.Notes);
        Assert.Equal(3, reference.Collaboratives.Count);
    }

    [Fact]
    public void Write_RequestOutOfRange_NamesEveryProblem()
    {
        var error = Assert.Throws<ArgumentException>(() => SizedWriter.Write(new(0, 500, 5, Defects: 0.5), folder));

        Assert.Equal(["providers", "months", "rows", "defects"], error.Message.Split(". ").Select(problem => problem.Split(' ')[0]));
    }

    readonly Dictionary<string, IReadOnlyList<NaiveRow>> read = [];

    IReadOnlyList<NaiveRow> Rows(string month, string table)
    {
        var path = Path.Combine(month, "monthly", $"{table}.csv");
        if (!read.TryGetValue(path, out var rows))
            read[path] = rows = NaiveTable.Read(File.ReadAllBytes(path));
        return rows;
    }
}
