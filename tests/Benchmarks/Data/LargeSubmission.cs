using System.Globalization;
using System.Text;
using Homeward.Columns;
using Homeward.Reference;
using Homeward.Submissions;
using Homeward.Submissions.Specification;

namespace Homeward.Benchmarks.Data;

/// <summary>One clean submission of one provider with a given number of ward stays: thirty one-night stays a spell, unique keys.</summary>
/// <remarks>Seeded: the same size gives the same bytes. No person in it exists.</remarks>
sealed record LargeSubmission(string Folder, int Rows)
{
    /// <summary>Keys have eight digits.</summary>
    public const int MostRows = 100_000_000;

    const int StaysOfSpell = 30;
    static readonly string[] Classes = ["200", "201", "202", "203", "206", "212"];
    static readonly Month Period = new(2025, 7);

    public static SubmissionIdentity Identity { get; } = new("RXA", Period, "benchmark");

    public static DateTimeOffset Received { get; } = new(2025, 8, 10, 9, 0, 0, TimeSpan.Zero);

    public string WardStays => Path.Combine(Folder, "ward_stays.csv");

    public string Spells => Path.Combine(Folder, "spells.csv");

    /// <summary>The Parquet file that we make of it.</summary>
    public string Ours => Path.Combine(Folder, "homeward.parquet");

    /// <summary>The one that DuckDB makes.</summary>
    public string DuckDb => Path.Combine(Folder, "duckdb.parquet");

    public IReadOnlyList<SubmissionFile> Files =>
        [.. Directory.GetFiles(Folder, "*.csv").Order(StringComparer.Ordinal)
            .Select(path => new SubmissionFile(Path.GetFileName(path), new FileInfo(path).Length, () => File.OpenRead(path)))];

    public static ReferenceData Reference() => ReferenceData.Load(new Dictionary<string, byte[]>
    {
        ["organisations.csv"] = "org_code,name,kind,icb_code,region_code,from,to\nRXA,Benchmark Trust,NHS,QHM,Y63,,\nQHM,Benchmark ICB,ICB,,Y63,,\n"u8.ToArray(),
        ["sites.csv"] = Encoding.UTF8.GetBytes("site_code,org_code,name,easting,northing,postcode,from,to\n"
            + string.Concat(Enumerable.Range(1, 20).Select(i => $"RXA{i:00},RXA,Site {i},{400000 + i * 1000},{500000 + i * 700},AA{i} 1AA,,\n"))),
        ["practices.csv"] = "practice_code,icb_code,from,to\nA81001,QHM,,\n"u8.ToArray(),
        ["postcodes.csv"] = Encoding.UTF8.GetBytes("postcode,easting,northing,lsoa,icb_code,imd_decile\n"
            + string.Concat(Enumerable.Range(0, 100).Select(i => $"BB{i / 10 + 1} {i % 10}BB,{410000 + i * 300},{510000 + i * 200},E0100{i:0000},QHM,{i % 10 + 1}\n"))),
    });

    /// <summary>Makes the submission below a folder unless it is there already.</summary>
    public static LargeSubmission Make(string below, int rows)
    {
        var submission = new LargeSubmission(Path.Combine(below, string.Create(CultureInfo.InvariantCulture, $"ward-stays-{rows}")), rows);
        if (!File.Exists(Path.Combine(submission.Folder, "submission.csv")))
        {
            Directory.CreateDirectory(submission.Folder);
            submission.Write();
        }

        return submission;
    }

    void Write()
    {
        var spells = (Rows + StaysOfSpell - 1) / StaysOfSpell;
        Table(SpecificationTables.Patients, spells, i => $"P{i:0000000},,07,{1950 + i % 60}-0{i % 9 + 1}-1{i % 10},BB{i % 100 / 10 + 1} {i % 10}BB,{i % 2 + 1},A,A81001,QHM");
        Table(SpecificationTables.Referrals, spells, i => $"R{i:0000000},P{i:0000000},QHM,2025-06-20,A1,,01,,,,,,");
        Table(SpecificationTables.Spells, spells, i => $"S{i:0000000},R{i:0000000},2025-07-01,19,21,,,,,01");
        Table(SpecificationTables.WardStays, Rows, Stay);
        Table(SpecificationTables.Beds, 60, i => $"WARD{i:00},RXA{i % 20 + 1:00},Ward {i},{Classes[i % Classes.Length]},X,0,20,600,20,18,STF");
        Table(SpecificationTables.Submission, 1, _ => "1.0,RXA,RXA,2025-07-01,2025-07-31,2025-08-10T09:00:00Z,,");
    }

    static string Stay(int i)
    {
        var night = i % StaysOfSpell + 1;
        var ward = (int)((uint)i * 2654435761u >> 8) % 60;
        return $"WS{i:00000000},S{i / StaysOfSpell:0000000},WARD{ward:00},RXA{ward % 20 + 1:00},2025-07-{night:00},2025-07-{night + 1:00},{Classes[ward % Classes.Length]},,0";
    }

    void Table(TableSpec table, int rows, Func<int, string> row)
    {
        using var csv = new StreamWriter(Path.Combine(Folder, $"{table.Name}.csv"), false, new UTF8Encoding(false), 1 << 20) { NewLine = "\n" };
        csv.WriteLine(string.Join(',', table.Fields.Select(field => field.Name)));
        for (var i = 0; i < rows; i++)
        {
            csv.WriteLine(row(i));
        }
    }
}
