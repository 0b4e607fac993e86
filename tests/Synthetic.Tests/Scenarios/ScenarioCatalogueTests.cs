using System.Globalization;
using System.Text;
using Homeward.Columns;
using Homeward.Submissions.Specification;
using Homeward.Synthetic.Tests.Naive;

namespace Homeward.Synthetic.Tests.Scenarios;

public class ScenarioCatalogueTests
{
    public static TheoryData<string> Names => [.. ScenarioCatalogue.All.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Generate_SameSeed_SameBytes(string name)
    {
        var (one, two, other) = (Bytes(name, 3), Bytes(name, 3), Bytes(name, 4));

        Assert.Equal(one, two);
        Assert.NotEqual(one, other);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Uploads_EveryProviderAndMonth_HaveOneThatStands(string name)
    {
        var scenario = ScenarioCatalogue.Find(name)!;
        var current = Regions.Current(scenario.Name, 1).Select(month => (month.Provider, month.Period)).ToHashSet();

        foreach (var provider in current.GroupBy(month => month.Provider, month => month.Period))
        {
            var first = provider.Min();
            Assert.Equal(scenario.Last, provider.Max());
            Assert.Equal(scenario.Last - first + 1, provider.Count());
        }

        Assert.Contains(current, month => month.Period == scenario.First);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Files_EveryTable_HaveTheSpecificationsColumnsInEveryRow(string name)
    {
        foreach (var upload in Regions.Of(name).Uploads.Where(upload => !upload.Rejected))
        {
            foreach (var (file, bytes) in upload.Files)
            {
                var fields = SpecificationTables.Find(Path.GetFileNameWithoutExtension(file))!.Fields.Select(field => field.Name).ToArray();
                var lines = Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries);
                Assert.Equal(string.Join(',', fields), lines[0]);
                Assert.DoesNotContain(lines, line => line.Count(sign => sign == ',') != fields.Length - 1);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Stays_OfCurrentSubmissions_LieInTheirMonth(string name)
    {
        foreach (var month in Regions.Current(name))
        {
            var staysOf = month["ward_stays"].ToLookup(stay => stay["HospProvSpellID"]);
            foreach (var spell in month["spells"])
            {
                Assert.True(spell.Date("StartDateHospProvSpell") <= month.Period.LastDay);
                AssertEnds(spell.Date("StartDateHospProvSpell"), spell.Day("DischDateHospProvSpell"), month.Period);
                var stays = staysOf[spell["HospProvSpellID"]].ToList();
                Assert.NotEmpty(stays);
                Assert.All(stays, stay => AssertEnds(stay.Date("StartDateWardStay"), stay.Day("EndDateWardStay"), month.Period));
                Assert.Equal(spell["DischDateHospProvSpell"], stays[^1]["EndDateWardStay"]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Uploads_OfAScenario_AreRefusedAndCorrectedAndBrokenHereAndThere(string name)
    {
        var region = Regions.Of(name);

        Assert.Contains(region.Uploads, upload => upload.Rejected);
        Assert.Contains(region.Uploads, upload => upload.Broken.Count > 0);
        Assert.Contains(region.Uploads.Where(upload => !upload.Rejected).GroupBy(upload => (upload.Identity.Provider, upload.Identity.Period)), month => month.Count() > 1);
        Assert.All(region.Uploads.Zip(region.Uploads.Skip(1)), pair => Assert.True(pair.First.Created <= pair.Second.Created));
    }

    static void AssertEnds(DateOnly start, DateOnly? end, Month month)
    {
        Assert.True(end is null || end >= start);
        Assert.True(end is null || (end >= month.FirstDay && end <= month.LastDay));
    }

    static string Bytes(string name, int seed)
    {
        var region = ScenarioCatalogue.Find(name)!.Generate(seed);
        var files = region.Reference.Select(file => (Name: file.Key, Bytes: file.Value))
            .Concat(region.Uploads.SelectMany(upload => upload.Files.Select(file => ($"{upload.Identity}/{file.Key}", file.Value))));
        using var hash = System.Security.Cryptography.IncrementalHash.CreateHash(System.Security.Cryptography.HashAlgorithmName.SHA256);
        foreach (var (path, bytes) in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{path}:{bytes.Length}\n")));
            hash.AppendData(bytes);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
