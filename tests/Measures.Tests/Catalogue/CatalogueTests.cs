using System.Reflection;
using System.Runtime.CompilerServices;
using Homeward.Measures.Catalogue;

namespace Homeward.Measures.Tests.Catalogue;

/// <summary>The catalogue is data: kpis.md §3.</summary>
public class CatalogueTests
{
    /// <summary>Measures whose figures are published nationally too: domain.md §3 and §4.</summary>
    static readonly string[] Twinned = ["K01", "K02", "K03", "K04", "K06", "K08", "K10", "K11", "K12", "K13", "K15", "K18"];

    [Fact]
    public void Catalogue_HasK01ToK30_InOrder() =>
        Assert.Equal(Enumerable.Range(1, 30).Select(number => $"K{number:00}"), MeasureCatalogue.All.Select(m => m.Id));

    [Fact]
    public void EveryMeasure_SaysWhatItIs() => Assert.All(MeasureCatalogue.All, measure =>
    {
        Assert.All([measure.Name, measure.Description, measure.Formula], text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.All([measure.Description, measure.Formula], text => Assert.EndsWith(".", text, StringComparison.Ordinal));
        Assert.True(Enum.IsDefined(measure.Polarity));
        Assert.NotEmpty(measure.Splits);
        Assert.Equal(measure.Splits.Count, measure.Splits.Select(split => split.Name).Distinct().Count());
        Assert.All(measure.Splits, split => Assert.True(Enum.IsDefined(split.Unit)));
        Assert.True(measure.NationalTwin is null || measure.NationalTwin.Length > 0);
    });

    [Fact]
    public void NationalTwins_AreThoseThatAreThere() =>
        Assert.Equal(Twinned, MeasureCatalogue.All.Where(m => m.NationalTwin is not null).Select(m => m.Id));

    /// <summary>Adding a measure is one new file and one line: a file whose line was forgotten is found here.</summary>
    [Fact]
    public void EveryMeasureOfTheCode_IsInTheCatalogueOnce()
    {
        var written = typeof(Measure).Assembly.GetTypes()
            .Select(type => type.GetProperty("Measure", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(property => property?.PropertyType == typeof(Measure))
            .Select(property => (Measure)property!.GetValue(null)!)
            .ToList();

        Assert.Equal(written.Select(m => m.Id).Order(StringComparer.Ordinal), MeasureCatalogue.All.Select(m => m.Id));
        Assert.All(written, measure => Assert.Contains(measure, MeasureCatalogue.All));
    }

    [Fact]
    public void MeasuresPage_IsWhatTheCatalogueSays()
    {
        var page = Path.Combine(Docs(), "measures.md");

        Assert.True(
            File.Exists(page) && File.ReadAllText(page) == MeasurePage.Markdown(),
            "docs/measures.md is not what the catalogue says. Run: dotnet run -c Release --project functions/Cli -- docs --out docs");
    }

    [Fact]
    public void MeasuresPage_HasEveryMeasureAndSplit()
    {
        var sections = MeasurePage.Markdown().Split("\n## ").Skip(1).ToDictionary(section => section[..3], StringComparer.Ordinal);
        Assert.All(MeasureCatalogue.All, measure =>
        {
            string[] said = [$"{measure.Id} {measure.Name}\n", measure.Description, $"- Formula: {measure.Formula}\n", measure.NationalTwin ?? ""];
            Assert.All(said, text => Assert.Contains(text, sections[measure.Id], StringComparison.Ordinal));
            Assert.All(measure.Splits, split => Assert.Contains($"| `{split.Name}` | {split.Unit.ToString().ToLowerInvariant()} |", sections[measure.Id], StringComparison.Ordinal));
        });
    }

    static string Docs([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../../docs"));
}
