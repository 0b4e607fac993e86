using System.Text;
using Homeward.Submissions.Feedback;
using Homeward.Submissions.Specification;
using Homeward.Submissions.Tests.Samples;

namespace Homeward.Submissions.Tests.Feedback;

/// <summary>Marker values are planted in every field of every table, and searched in every byte that goes back to the provider.</summary>
public class ConfidentialityTests
{
    const string NhsNumber = "9434765919";
    const string Postcode = "SG18 0QQ";
    const string BirthDate = "1973-11-29";

    public static TheoryData<string> Tables => [.. SpecificationTables.All.Select(table => table.Name)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void NhsNumber_InAnyField_IsNeverShown(string table) =>
        InEachField(table, _ => true, [NhsNumber, "943 476 5919", "943-476-5919", $"NHS {NhsNumber}", $"{NhsNumber}-1"], NhsNumber);

    [Theory]
    [MemberData(nameof(Tables))]
    public void Postcode_InAnyField_IsNeverShown(string table) =>
        InEachField(table, _ => true, [Postcode, "SG180QQ", "sg18 0qq", "SG18  0QQ", $"1 High Street {Postcode}"], "SG180QQ");

    [Theory]
    [MemberData(nameof(Tables))]
    public void BirthDate_InItsOwnFieldOrOneThatHoldsNoDate_IsNeverShown(string table)
    {
        InEachField(table, field => field.Kind is not (FieldKind.Date or FieldKind.DateTime or FieldKind.Key or FieldKind.Parent or FieldKind.LocalKey),
            [BirthDate, "29/11/1973", "29.11.1973"], "19731129", "29111973");
        InEachField(table, field => field.Kind is FieldKind.Code or FieldKind.Organisation or FieldKind.Site or FieldKind.BirthDate or FieldKind.Postcode,
            ["19731129"], "19731129");
    }

    [Fact]
    public void PatientWithEveryFault_ShowsNoneOfItsValues() => AssertHidden(
        Sample.Clean()
            .Set("patients", 2, "NHSNumber", NhsNumber).Set("patients", 3, "NHSNumber", NhsNumber)
            .Set("patients", 2, "LocalPatientID", NhsNumber).Set("patients", 2, "Postcode", Postcode).Set("patients", 3, "PersonBirthDate", "2073-11-29"),
        NhsNumber, "SG180QQ", "20731129");

    [Fact]
    public void FileWithoutAHeader_ShowsNoneOfItsFirstRow() => AssertHidden(
        Sample.Clean().Raw("patients.csv", $"P1,{NhsNumber},01,{BirthDate},{Postcode},1,A,D82001,QM7\n"), NhsNumber, "19731129", "SG180QQ");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void ColumnsShifted_ShowNoneOfTheirValues(int by)
    {
        string[] values = ["P1", NhsNumber, "01", BirthDate, Postcode, "1", "A", "D82001", "QM7"];
        var shifted = string.Join(',', values.Select((_, i) => values[(i + by) % values.Length]));
        var header = string.Join(',', SpecificationTables.Patients.Fields.Select(field => field.Name));

        AssertHidden(Sample.Clean().Raw("patients.csv", $"{header}\n{shifted}\n"), NhsNumber, "SG180QQ", by == 3 ? "-" : "19731129");
    }

    [Fact]
    public void FileName_ThatIsAnNhsNumber_IsNotShown() => AssertHidden(Sample.Clean().Raw($"{NhsNumber}.csv", "A\n1\n"), NhsNumber);

    /// <summary>A row for each field and way of writing, so that every finding about every field is there.</summary>
    static void InEachField(string table, Func<Field, bool> holds, string[] written, params string[] markers)
    {
        var spec = SpecificationTables.Find(table)!;
        var sample = Sample.Clean();
        foreach (var (field, text) in spec.Fields.Where(holds).SelectMany(field => written.Select(text => (field, text))))
        {
            if (spec.Key is null)
            {
                AssertHidden(Sample.Clean().Set(table, 2, field.Name, text), markers);
                continue;
            }

            var line = sample.Copy(table, 2);
            sample.Set(table, line, spec.Key.Name, $"K{line}").Set(table, line, field.Name, text);
        }

        AssertHidden(sample, markers);
    }

    static void AssertHidden(Sample sample, params string[] markers)
    {
        var check = sample.Check(Sample.Context() with { RowsLastMonth = new Dictionary<string, int> { ["patients"] = 99 } });
        foreach (var (file, bytes) in FeedbackPack.Write(check, "ref-1", Sample.Context().Received))
        {
            AssertHidden(file, System.Net.WebUtility.HtmlDecode(Encoding.UTF8.GetString(bytes)), markers);
        }
    }

    /// <summary>Compares letters and digits only, so that no spacing, hyphen or escape hides a marker from the search.</summary>
    static void AssertHidden(string file, string text, string[] markers)
    {
        if (file == "summary.json")
        {
            text = text.Replace(text.Split("\"content_sha256\": \"")[1][..64], "", StringComparison.Ordinal);
        }

        var packed = string.Concat(text.Where(character => char.IsAsciiLetterOrDigit(character) || character is '\n' or ','));
        Assert.All(markers, marker => Assert.False(packed.Contains(marker, StringComparison.OrdinalIgnoreCase), $"{file} shows {marker}"));
    }
}
