using System.Globalization;
using Homeward.Columns;

namespace Homeward.Measures.Findings;

/// <summary>The rows of one table as a provider sent them, by key.</summary>
sealed class SentRows
{
    static readonly Dictionary<string, string> Columns = new(StringComparer.Ordinal)
    {
        ["StartDateOAP"] = "start_date_oap",
        ["EndDateOAP"] = "end_date_oap",
        ["OATReason"] = "oat_reason",
        ["EndReason"] = "end_reason",
        ["SiteIDReceiving"] = "site_id_receiving",
    };

    /// <summary>A code that is longer is none, and may be what must not be shown: the site was found in the reference data.</summary>
    const int LongestCode = 4;

    readonly Table read;
    readonly Dictionary<string, int> rows;

    public SentRows(ProviderMonth month, string table)
    {
        Table = table;
        var key = table == "oaps" ? "oap_id" : "ward_stay_id";
        read = month.Read(table, table == "oaps" ? [key, "source_line", .. Columns.Values] : [key, "source_line"]);
        rows = Enumerable.Range(0, read.RowCount).ToDictionary(row => read.Text(key)[row]!, StringComparer.Ordinal);
    }

    public string Table { get; }

    public int? Line(string key) => read.Int32("source_line")[rows[key]];

    /// <summary>As sent, but a date always ISO; null where it was blank or no code, or no field is at fault.</summary>
    public string? Value(string key, string? field) => field is null || read[Columns[field]].IsNull(rows[key]) ? null : read[Columns[field]] switch
    {
        TextColumn text => field == "SiteIDReceiving" || text[rows[key]]!.Length <= LongestCode ? text[rows[key]] : null,
        DateColumn date => DateColumn.Date(date.Values[rows[key]]).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        var other => throw new InvalidOperationException($"A finding shows no column of type {other.Type}."),
    };

    /// <summary>A key as its provider has it: what follows the bar.</summary>
    public static string Local(string key) => key[(key.IndexOf('|', StringComparison.Ordinal) + 1)..];
}
