using System.Globalization;
using Homeward.Columns;
using Homeward.Submissions.Specification;
using Homeward.Synthetic.Files;

namespace Homeward.Synthetic.Extract;

/// <summary>submission.csv.</summary>
static class Manifest
{
    /// <param name="created">UTC.</param>
    /// <param name="files">Names of the files sent beside it.</param>
    public static byte[] Of(string provider, Month period, DateTime created, IEnumerable<string> files)
    {
        var bytes = new MemoryStream();
        using (var csv = new CsvSink(bytes))
        {
            csv.Header(SpecificationTables.Submission.Fields.Select(field => field.Name));
            csv.Text(SpecificationTables.Version).Text(provider).Text(provider).Date(period.FirstDay).Date(period.LastDay);
            csv.Text(created.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)).Text("Synthetic");
            csv.Text(string.Join(' ', files.Select(Path.GetFileNameWithoutExtension))).End();
        }

        return bytes.ToArray();
    }
}
