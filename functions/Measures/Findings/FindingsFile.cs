using System.Text;
using Homeward.Measures.Outputs;
using Homeward.Measures.Records;

namespace Homeward.Measures.Findings;

/// <summary>Makes the file of a run that holds every provider's findings.</summary>
sealed class FindingsFile(RunInput input, Region region)
{
    readonly Dictionary<string, ProviderMonth> submitted = input.Months.Where(m => m.Period == input.Period)
        .ToDictionary(m => m.Provider, StringComparer.Ordinal);

    sealed record Row(string Provider, RegionFinding Finding);

    public MartFile Of(IEnumerable<Found> found)
    {
        var rows = found.Where(IsJudged).Select(f => (Found: f, Provider: ProviderOf(f)))
            .GroupBy(f => (f.Provider, f.Found.In))
            .SelectMany(group => Rows(group.Key.Provider, group.Key.In, [.. group.Select(f => f.Found)]))
            .Concat(Lost())
            .OrderBy(row => row.Provider, StringComparer.Ordinal)
            .ThenBy(row => row.Finding.Table, StringComparer.Ordinal)
            .ThenBy(row => row.Finding.Key, StringComparer.Ordinal)
            .ThenBy(row => row.Finding.Rule, StringComparer.Ordinal)
            .ToArray();
        var table = new RowColumns<Row>(rows)
            .Day("reporting_period_start", _ => input.Period.Start)
            .Text("org_id_provider", row => row.Provider)
            .Text("rule", row => row.Finding.Rule)
            .Text("table", row => row.Finding.Table)
            .NumberOrNull("line", row => row.Finding.Line ?? -1)
            .Text("key", row => row.Finding.Key)
            .Text("field", row => row.Finding.Field)
            .Text("value", row => row.Finding.Value)
            .Constant("run_id", input.RunId)
            .Table("region_findings");
        return new(RegionFindings.Path(input.Period), table);
    }

    bool IsJudged(Found found) => found.Receiver == 0 || submitted.ContainsKey(region.Pools.Organisations[found.Receiver]);

    string ProviderOf(Found found) => region.Pools.Organisations[
        found.In == FoundIn.Oaps ? region.Oaps[found.Record].Provider : region.Spells[region.Stays[found.Record].Spell].Provider];

    IEnumerable<Row> Rows(string provider, FoundIn kind, Found[] found)
    {
        var sent = new SentRows(submitted[provider], kind == FoundIn.Oaps ? "oaps" : "ward_stays");
        foreach (var one in found)
        {
            var key = Encoding.UTF8.GetString(kind == FoundIn.Oaps ? region.Key(region.Oaps[one.Record]) : region.Key(region.Stays[one.Record]));
            yield return new(provider, new(one.Rule, sent.Table, sent.Line(key), SentRows.Local(key), one.Field, sent.Value(key, one.Field)));
        }
    }

    IEnumerable<Row> Lost()
    {
        foreach (var (provider, now) in submitted)
        {
            var before = input.Months.Where(m => m.Provider == provider && m.Period < input.Period && m.Period >= region.First).MaxBy(m => m.Period);
            foreach (var (table, key) in before is null ? [] : LostRecords.Of(before, now))
            {
                yield return new(provider, new("CON002", table, null, SentRows.Local(key), null, null));
            }
        }
    }
}
