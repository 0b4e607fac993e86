using Homeward.Submissions.Rules;
using Homeward.Submissions.Specification;
using Homeward.Submissions.Tests.Samples;

namespace Homeward.Submissions.Tests.Rules;

/// <summary>The examples of the documentation are true: the rule finds the row, and no rule finds anything once it is put right.</summary>
public class CatalogueExampleTests
{
    public static TheoryData<string> Examples => [.. RuleCatalogue.All
        .Where(rule => !rule.Regional && rule.Example is { Found.Length: > 0, Right.Length: > 0 } && rule.Id != "SUB006")
        .Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_RowAsFound_IsFoundByItsRule(string id)
    {
        var rule = RuleCatalogue.Find(id);

        Assert.Contains(id, Overlay(rule.Example, rule.Example.Found).Check().Findings.Counts.Keys);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_RowPutRight_IsFoundByNoRule(string id)
    {
        var rule = RuleCatalogue.Find(id);

        Assert.Empty(Overlay(rule.Example, rule.Example.Right).Found());
    }

    /// <summary>Puts the row's values over the sample's row of the same key; keys are named as the sample names them.</summary>
    static Sample Overlay(RuleExample example, string row)
    {
        var sample = Sample.Clean().Referral("R3", "P2", "2025-08-05");
        var values = row.Split(',');
        var spec = SpecificationTables.Find(example.Table)!;
        var line = spec.Key is null ? 2 : Math.Max(2, sample.LineOf(example.Table, values[0]));
        foreach (var (field, value) in example.Header.Split(',').Zip(values))
        {
            sample.Set(example.Table, line, field, value);
        }

        return sample;
    }
}
