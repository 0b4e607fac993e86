using Homeward.Submissions.Checking;
using Homeward.Submissions.Tests.Samples;

namespace Homeward.Submissions.Tests.Rules;

/// <summary>
/// Rows in, findings out. Changes to the clean sample: <c>table:line Field=value,Field=value</c> sets fields, <c>table+ …</c> adds a row,
/// <c>table-line</c> removes one; several are separated by <c>;</c>. Findings: <c>RULE table:line</c>, separated by <c>;</c>; <c>^P1</c>,
/// <c>^R1</c>, <c>^S1</c>, <c>^S2</c> stand for GEN006 on all rows under that row. Everything that is found must be listed.
/// </summary>
static class RuleCase
{
    static readonly Dictionary<string, string[]> Cascades = new(StringComparer.Ordinal)
    {
        ["^S1"] = ["GEN006 ward_stays:2", "GEN006 restrictive:2"],
        ["^R1"] = ["GEN006 spells:2", "GEN006 ward_stays:2", "GEN006 restrictive:2"],
        ["^P1"] = ["GEN006 referrals:2", "GEN006 spells:2", "GEN006 ward_stays:2", "GEN006 community:2", "GEN006 restrictive:2"],
        ["^S2"] = ["GEN006 ward_stays:3", "GEN006 ward_stays:4", "GEN006 crfd:2"],
        ["^P2"] =
        [
            "GEN006 referrals:3", "GEN006 spells:3", "GEN006 ward_stays:3", "GEN006 ward_stays:4", "GEN006 oaps:2", "GEN006 reviews:2",
            "GEN006 requests:2", "GEN006 offers:2", "GEN006 crfd:2",
        ],
    };

    public static void Holds(string changes, string findings, CheckContext? context = null) =>
        Assert.Equal(Expected(findings), Of(changes).Found(context).Order(StringComparer.Ordinal));

    public static Sample Of(string changes)
    {
        var sample = Sample.Clean();
        foreach (var change in Split(changes))
        {
            var space = change.IndexOf(' ', StringComparison.Ordinal);
            var target = space < 0 ? change : change[..space];
            var fields = space < 0 ? "" : change[(space + 1)..];
            if (target.EndsWith('+'))
            {
                sample.Add(target[..^1], fields);
            }
            else if (target.Contains('-', StringComparison.Ordinal))
            {
                sample.RemoveRow(target.Split('-')[0], int.Parse(target.Split('-')[1]));
            }
            else
            {
                foreach (var field in fields.Split(','))
                {
                    sample.Set(target.Split(':')[0], int.Parse(target.Split(':')[1]), field.Split('=', 2)[0], field.Split('=', 2)[1]);
                }
            }
        }

        return sample;
    }

    static IEnumerable<string> Expected(string findings) =>
        Split(findings).SelectMany(finding => Cascades.GetValueOrDefault(finding, [finding])).Order(StringComparer.Ordinal);

    static string[] Split(string text) => text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
