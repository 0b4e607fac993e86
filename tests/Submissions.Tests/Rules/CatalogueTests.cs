using System.Text.RegularExpressions;
using Homeward.Submissions.Checking;
using Homeward.Submissions.Rules;
using Homeward.Submissions.Specification;

namespace Homeward.Submissions.Tests.Rules;

/// <summary>Contract, catalogue and code name the same rules.</summary>
public partial class CatalogueTests
{
    /// <summary>Ids and severities of submission.md §4, in its order.</summary>
    const string Contract = """
        SUB001 F, SUB002 F, SUB003 F, SUB004 F, SUB005 F, SUB006 F, SUB007 F, SUB008 W, SUB009 W, SUB010 W, SUB011 W, SUB012 F,
        GEN001 R, GEN002 R, GEN003 W, GEN004 W, GEN005 G, GEN006 G, GEN007 W, GEN008 W, GEN009 W,
        PAT001 R, PAT002 W, PAT003 R, PAT004 W, PAT005 G, PAT006 R, PAT007 W,
        REF001 R, REF002 R, REF003 R, REF004 W, REF005 W,
        SPL001 R, SPL002 R, SPL003 W, SPL004 W, SPL005 W,
        WST001 R, WST002 R, WST003 W, WST004 W, WST005 W, WST006 W, WST007 W, WST008 W,
        OAP001 R, OAP002 W, OAP003 W, OAP004 W, OAP005 W, OAP006 R, OAP007 W,
        REV001 W, REV002 R, REQ001 R, CRF001 R, COM001 R, RES001 R, BED001 R, BED002 W, BED003 W, SPD001 W, SPD002 R, CON001 W, CON002 W
        """;

    static readonly string[] Regional = ["OAP002", "OAP003", "OAP004", "OAP005", "OAP007", "CON001", "CON002"];

    [Fact]
    public void Catalogue_HasTheContractsRulesInItsOrder() => Assert.Equal(
        Contract.Split(',', StringSplitOptions.TrimEntries),
        RuleCatalogue.All.Select(rule => $"{rule.Id} {rule.Severity switch { Severity.File => "F", Severity.Group => "G", Severity.Record => "R", _ => "W" }}"));

    [Fact]
    public void Code_JudgesEveryRuleThatIsNotRegional()
    {
        var judged = RuleBook.Values.Concat(RuleBook.Keys).Concat(RuleBook.ValueWarnings).Select(rule => rule.Id)
            .Concat(RuleBook.Rows.SelectMany(table => table).Select(rule => rule.Id))
            .Concat(RuleBook.Warnings.SelectMany(table => table).Select(rule => rule.Id))
            .Concat(RuleBook.Submission.Select(rule => rule.Id));

        Assert.Equal(
            RuleCatalogue.All.Where(rule => !rule.Regional).Select(rule => rule.Id).Order(StringComparer.Ordinal),
            judged.Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(Regional.Order(StringComparer.Ordinal), RuleCatalogue.All.Where(rule => rule.Regional).Select(rule => rule.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Code_HasNoRuleThatNobodyAsks()
    {
        var asked = RuleBook.Values.Concat(RuleBook.Keys).Concat(RuleBook.ValueWarnings)
            .Concat(RuleBook.Rows.SelectMany(table => table)).Concat(RuleBook.Warnings.SelectMany(table => table)).Select(rule => rule.GetType())
            .Concat(RuleBook.Submission.Select(rule => rule.GetType())).ToHashSet();

        var all = typeof(RuleBook).Assembly.GetTypes()
            .Where(type => type.IsClass && (type.IsAssignableTo(typeof(IRule)) || type.IsAssignableTo(typeof(ISubmissionRule))));
        Assert.DoesNotContain(all, type => !asked.Contains(type));
    }

    [Fact]
    public void Code_WarnsAfterEveryRejection()
    {
        var rejecting = RuleBook.Values.Concat(RuleBook.Keys).Concat(RuleBook.Rows.SelectMany(table => table));
        var warning = RuleBook.ValueWarnings.Concat(RuleBook.Warnings.SelectMany(table => table));

        Assert.All(rejecting, rule => Assert.True(RuleCatalogue.Find(rule.Id).Severity is Severity.Record or Severity.Group, rule.Id));
        Assert.All(warning, rule => Assert.True(RuleCatalogue.Find(rule.Id).Severity == Severity.Warning, rule.Id));
    }

    [Fact]
    public void Entries_AreWrittenInFull() => Assert.All(RuleCatalogue.All, rule =>
    {
        Assert.All([rule.Title, rule.Message, rule.Cause, rule.Why, rule.Fix], text => Assert.False(string.IsNullOrWhiteSpace(text), rule.Id));
        Assert.All([rule.Cause, rule.Why, rule.Fix], text => Assert.EndsWith(".", text, StringComparison.Ordinal));
        Assert.Empty(Blank().Matches(rule.Message).Select(match => match.Value).Except(["{field}", "{value}", "{file}", "{detail}"]));
        Assert.All(rule.Tables, table => Assert.NotNull(SpecificationTables.Find(table)));
        var fields = SpecificationTables.Find(rule.Example.Table)!.Fields.Select(field => field.Name);
        if (rule.Id is not ("GEN009" or "SUB006"))
        {
            Assert.Empty(rule.Example.Header.Split(',', StringSplitOptions.RemoveEmptyEntries).Except(fields));
        }
    });

    [Fact]
    public void Find_UnknownRule_SaysSo() => Assert.Throws<KeyNotFoundException>(() => RuleCatalogue.Find("XXX001"));

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Blank();
}
