using System.Security.Cryptography;
using System.Text;
using Homeward.Columns;
using Homeward.Columns.Parquet;
using Homeward.Reference;
using Homeward.Submissions.Checking;
using Homeward.Submissions.Curated;
using Homeward.Submissions.Specification;
using Homeward.Submissions.Tests.Samples;

namespace Homeward.Submissions.Tests.Curated;

public class PseudonymTests
{
    static readonly ReferenceData Reference = CuratedReference.Load();

    /// <summary>Ids computed outside this code base, with another language's HMAC.</summary>
    [Fact]
    public void Person_ForKnownKeys_HasTheKnownIds()
    {
        var patients = Patients([("P1", "9434765919"), ("P2", "9434765870"), ("P3", null), (new string('é', 40), null)]);
        Assert.Equal(
            ["eea6468a5af2da132c1d7f8d3341e9fa", "8c1b64d1455e6f41b93764109f138291", "590f733f734da2b7502901b2c901a41d", "1f7714edfe0ec78465424ba7dcae761e"], Ids(patients, PseudonymKeys.Demo));

        var keys = new PseudonymKeys("k1", [.. Enumerable.Range(0, 32).Select(i => (byte)i)], [.. Enumerable.Range(0, 32).Select(i => (byte)(255 - i))]);
        Assert.Equal("d618c4f4e61df9b1e3ca3de2e2c8e4af", Ids(patients, keys)[0]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(1000)]
    public void Persons_OfAnyNumberAndLength_HaveTheIdsThatThePlatformComputes(int count)
    {
        var random = new Random(count);
        var keys = new PseudonymKeys("k", RandomBytes(random), RandomBytes(random));
        var patients = Enumerable.Range(0, count).Select(i => (
            Local: i + new string(random.Next(3) switch { 0 => 'x', 1 => 'é', _ => '€' }, random.Next(0, 36)),
            Number: random.Next(2) == 0 ? null : random.NextInt64(1_000_000_000, 9_999_999_999).ToString(System.Globalization.CultureInfo.InvariantCulture))).ToArray();

        Assert.Equal(
            patients.Select(patient => Expected(keys, patient.Number ?? $"RWR|{patient.Local}")),
            Ids(Patients(patients), keys));
    }

    [Fact]
    public void Person_InEveryTable_IsTheSame()
    {
        var tables = Curate(Sample.Clean(), PseudonymKeys.Demo);
        var (first, second) = (Expected(PseudonymKeys.Demo, "9434765919"), Expected(PseudonymKeys.Demo, "9434765870"));
        string[] Of(string table) => [.. CuratedRows.Of(tables.Single(t => t.Name == table), "person_id")];

        Assert.Equal([first, second], Of("patients"));
        Assert.Equal([first, second], Of("referrals"));
        Assert.Equal([first, second], Of("spells"));
        Assert.Equal([first, second, second], Of("ward_stays"));
        Assert.Equal([second], Of("oaps"));
        Assert.Equal([second], Of("reviews"));
        Assert.Equal([second], Of("requests"));
        Assert.Equal([second], Of("crfd"));
        Assert.Equal([first], Of("community"));
        Assert.Equal([first], Of("restrictive"));
    }

    [Fact]
    public void Curated_InNoByte_HoldsWhatIdentifiesAPerson()
    {
        string[] secrets = ["9434765919", "9434765870", "SG1 1AA", "SG11AA", "1990-02-03", "1985-06-07", "523499", "224500", "4010232137"];
        var sample = Sample.Clean()
            .Patient("4010232137", "4010232137", "never")
            .Set("patients", 3, "PersonBirthDate", "07/06/1985");
        var days = new[] { new DateOnly(1990, 2, 3), new DateOnly(1985, 6, 7) }.Select(DateColumn.Days).ToArray();
        var check = sample.Check(Sample.Context(Reference));
        Assert.Equal(1, check["patients"].Rejected);
        foreach (var table in Curation.Curate(check, Reference, PseudonymKeys.Demo))
        {
            foreach (var compression in Enum.GetValues<ParquetCompression>())
            {
                var file = ParquetWriter.Write(table, new ParquetOptions(Compression: compression));
                Assert.All(secrets, secret => Assert.Equal(-1, file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret))));
            }

            Assert.DoesNotContain(table.Columns.OfType<DateColumn>(), column => column.Values.Any(days.Contains));
            Assert.DoesNotContain(table.Columns.OfType<Int32Column>(), column => column.Values.Any(value => value is 523499 or 224500));
            Assert.DoesNotContain(table.Columns, column => column.Name is "nhs_number" or "person_birth_date" or "postcode");
        }
    }

    [Fact]
    public void Keys_OfAnotherLength_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new PseudonymKeys("k", new byte[31], new byte[32]));
        Assert.Throws<ArgumentException>(() => new PseudonymKeys("k", new byte[32], new byte[33]));
        Assert.Throws<ArgumentException>(() => new PseudonymKeys("", new byte[32], new byte[32]));
    }

    [Fact]
    public void Keys_OtherTrustOrLakeKey_GivesOtherIds()
    {
        var patients = Patients([("P1", "9434765919")]);
        var demo = PseudonymKeys.Demo;
        string[] ids = [Ids(patients, demo)[0], Ids(patients, new("k", demo.LakeKey, demo.LakeKey))[0], Ids(patients, new("k", demo.TrustKey, demo.TrustKey))[0]];
        Assert.Equal(3, ids.Distinct().Count());
    }

    static string Expected(PseudonymKeys keys, string who) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(keys.LakeKey, HMACSHA256.HashData(keys.TrustKey, Encoding.UTF8.GetBytes(who))))[..32];

    static byte[] RandomBytes(Random random)
    {
        var bytes = new byte[PseudonymKeys.KeyLength];
        random.NextBytes(bytes);
        return bytes;
    }

    static IReadOnlyList<Table> Curate(Sample sample, PseudonymKeys keys) =>
        Curation.Curate(sample.Check(Sample.Context(Reference)), Reference, keys);

    static IReadOnlyList<string> Ids(CheckedSubmission submission, PseudonymKeys keys) =>
        CuratedRows.Of(Curation.Curate(submission, Reference, keys).Single(table => table.Name == "patients"), "person_id");

    /// <summary>A checked submission made by hand: patients only, whatever their numbers.</summary>
    static CheckedSubmission Patients((string Local, string? Number)[] patients)
    {
        var none = Sample.Clean().Check(Sample.Context(Reference));
        var count = patients.Length;
        var table = new Table("patients", [.. SpecificationTables.Patients.Fields.Select<Field, Column>(field => field.Column switch
        {
            "local_patient_id" => TextColumn.From(field.Column, patients.Select(patient => patient.Local)),
            "nhs_number" => TextColumn.From(field.Column, patients.Select(patient => patient.Number)),
            "person_birth_date" => new DateColumn(field.Column, new int[count]),
            _ => TextColumn.Constant(field.Column, null, count),
        }), new Int32Column("source_line", new int[count])]);
        return none with
        {
            Tables = [.. none.Tables.Select(other => other with { Accepted = other.Spec == SpecificationTables.Patients ? table : other.Accepted.Take([]) })],
        };
    }
}
