using Homeward.Submissions.Rules;
using Homeward.Submissions.Specification;
using Homeward.Submissions.Tests.Samples;

namespace Homeward.Submissions.Tests.Rules;

/// <summary>The examples of the documentation are true: the rule finds the row, and no rule finds anything once it is put right.</summary>
public class CatalogueExampleTests
{
    /// <summary>These are about a header or a whole file; the tests of their rules tell them.</summary>
    static readonly string[] AboutTheFile = ["SUB005", "SUB006", "GEN009"];

    public static TheoryData<string> Found => Ids(rule => true);

    public static TheoryData<string> PutRight => Ids(rule => rule.Example.Right.Length > 0);

    [Theory]
    [MemberData(nameof(Found))]
    public void Example_RowAsFound_IsFoundByItsRule(string id)
    {
        var rule = RuleCatalogue.Find(id);

        Assert.Contains(id, Overlay(rule.Example, rule.Example.Found).Check().Findings.Counts.Keys);
    }

    [Theory]
    [MemberData(nameof(PutRight))]
    public void Example_RowPutRight_IsFoundByNoRule(string id)
    {
        var rule = RuleCatalogue.Find(id);

        Assert.Empty(Overlay(rule.Example, rule.Example.Right).Found());
    }

    static TheoryData<string> Ids(Func<RuleEntry, bool> wanted) => [.. RuleCatalogue.All
        .Where(rule => !rule.Regional && rule.Example.Header.Length > 0 && !AboutTheFile.Contains(rule.Id) && wanted(rule))
        .Select(rule => rule.Id)];

    /// <summary>Puts the values of each row over the sample's row of the same key; a key that is new, or comes again, is a row of its own.</summary>
    static Sample Overlay(RuleExample example, string rows)
    {
        var sample = Sample.Clean().Referral("R3", "P2", "2025-08-05");
        var spec = SpecificationTables.Find(example.Table)!;
        var taken = new HashSet<int>();
        foreach (var values in rows.Split('\n').Select(row => row.Split(',')))
        {
            var line = spec.Key is null || values[0] == "9434765919" ? 2 : sample.LineOf(example.Table, values[0]);
            line = line > 1 && taken.Add(line) ? line : sample.Copy(example.Table, 2);
            foreach (var (field, value) in example.Header.Split(',').Zip(values))
            {
                sample.Set(example.Table, line, field, value);
            }
        }

        return sample;
    }
}
