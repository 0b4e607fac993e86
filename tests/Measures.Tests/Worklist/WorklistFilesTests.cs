using System.Text;
using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Worklist;

/// <summary>casework/worklist: one folder per sender, in three forms.</summary>
public class WorklistFilesTests
{
    static RegionTold Region(string patient = "near-3")
    {
        var region = new RegionTold();
        region.In("RA2", "2025-05").Oap("O0", "old", "X01", "2025-05-11");
        region.In("RA2", "2025-06").Patient("ann", local: patient).Oap("O1", "ann", "X01", "2025-06-11", rate: 650.50m, barrier: "BED");
        region.In("RA1", "2025-06").Ward("OAK", open: 3, name: "<Oak> & \"Ash\"");
        return region;
    }

    static string Text(IReadOnlyList<MartFile> files, string path) => Encoding.UTF8.GetString(files.Single(file => file.Path == path).Bytes!);

    [Fact]
    public void EveryMember_HasItsList_OfTheNewestPeriod()
    {
        var files = Region().Summarise("2025-05", "2025-06");

        string[] expected =
        [
            .. new[] { "RA1", "RA2", "RB1" }.SelectMany(
                code => new[] { "parquet", "csv", "html" }.Select(form => $"casework/worklist/sender={code}/worklist.{form}")),
        ];
        Assert.Equal(expected, files.Select(file => file.Path).Where(path => path.StartsWith("casework/", StringComparison.Ordinal)));
        Assert.Equal("ann", Assert.Single(TableRows.Of(files.Table("casework/worklist/sender=RA2/worklist.parquet")))["person_id"]);
        Assert.Empty(TableRows.Of(files.Table("casework/worklist/sender=RA1/worklist.parquet")));
        Assert.Contains("Nobody is out of area.", Text(files, "casework/worklist/sender=RA1/worklist.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_HasTheColumnsOfTheTable_AndIdsAsTheProvidersHaveThem()
    {
        var files = Region().Summarise("2025-06", "2025-06");

        var lines = Text(files, "casework/worklist/sender=RA2/worklist.csv").Split("\r\n");
        Assert.Equal('\uFEFF' + string.Join(',', files.Table("casework/worklist/sender=RA2/worklist.parquet").Columns.Select(c => c.Name)), lines[0]);
        Assert.Contains(",near-3,,RA2,X01,Faraway Care,", lines[1], StringComparison.Ordinal);
        Assert.Contains(",650.50,13010.00,", lines[1], StringComparison.Ordinal);
        Assert.Contains(",yes,OAK,\"<Oak> & \"\"Ash\"\"\",RA101,3,,", lines[1], StringComparison.Ordinal);
        Assert.Equal([""], lines[2..]);
    }

    [Theory]
    [InlineData("=1+2", ",'=1+2,")]
    [InlineData("+1", ",'+1,")]
    [InlineData("-1", ",'-1,")]
    [InlineData("@x", ",'@x,")]
    [InlineData("a,b\"c", ",\"a,b\"\"c\",")]
    public void Csv_TextThatASpreadsheetWouldRun_IsHarmless(string patient, string cell) =>
        Assert.Contains(cell, Text(Region(patient).Summarise("2025-06", "2025-06"), "casework/worklist/sender=RA2/worklist.csv"), StringComparison.Ordinal);

    [Fact]
    public void Html_SaysItAll_NeedsNoNetwork_AndEncodesText()
    {
        var html = Text(Region("<b>3</b>").Summarise("2025-06", "2025-06"), "casework/worklist/sender=RA2/worklist.html");

        string[] said =
        [
            "<html lang=\"en-GB\">", "Second Trust (RA2), 30 June 2025", "1 stay out of area, 1 with a free bed that fits.",
            "<th scope=\"row\" data-sort=\"&lt;b&gt;3&lt;/b&gt;\">&lt;b&gt;3&lt;/b&gt;", "Faraway Care<span class=\"quiet\">Elm House", "inappropriate",
            "£650.50", "£13010.00", "since 2025-06-11", "No local bed", "&lt;Oak&gt; &amp; &quot;Ash&quot;, Ash House<span class=\"quiet\">3 free",
        ];
        Assert.All(said, text => Assert.Contains(text, html.Replace("&#163;", "£", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
        string[] never = ["http:", "src=", "@import", "<link", "url(", "<b>"];
        var page = html.Replace("https://github.com/nhsuk/nhsuk-frontend", "", StringComparison.Ordinal);
        Assert.All(never.Append("https:"), text => Assert.DoesNotContain(text, page, StringComparison.OrdinalIgnoreCase));
    }
}
