using Homeward.Columns;
using Homeward.Synthetic.Files;

namespace Homeward.Synthetic.Defects;

/// <summary>defects.csv: everything that was broken, whoever of several threads did it.</summary>
sealed class DefectList
{
    readonly List<(string Provider, Month Period, string Upload, InjectedDefect Defect)> defects = [];

    public void Add(string provider, Month period, string upload, IReadOnlyList<InjectedDefect> found)
    {
        lock (defects)
            defects.AddRange(found.Select(defect => (provider, period, upload, defect)));
    }

    public byte[] Csv()
    {
        var bytes = new MemoryStream();
        using (var csv = new CsvSink(bytes))
        {
            csv.Header(["provider", "period", "upload", "table", "line", "rule", "follows"]);
            foreach (var (provider, period, upload, defect) in defects
                .OrderBy(row => row.Provider, StringComparer.Ordinal).ThenBy(row => row.Period).ThenBy(row => row.Upload, StringComparer.Ordinal)
                .ThenBy(row => row.Defect.Table, StringComparer.Ordinal).ThenBy(row => row.Defect.Line).ThenBy(row => row.Defect.Rule, StringComparer.Ordinal))
            {
                csv.Text(provider).Text($"{period}").Text(upload).Text(defect.Table).Integer(defect.Line).Text(defect.Rule);
                csv.Text(defect.Follows ? "Y" : "N").End();
            }
        }

        return bytes.ToArray();
    }
}
