using Homeward.Columns;
using Homeward.Synthetic.Extract;
using Homeward.Synthetic.Files;
using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Sized;

/// <summary>Writes a region of a given size straight to folders, one provider in memory per core.</summary>
public static class SizedWriter
{
    const string Upload = "monthly";

    /// <summary>Writes <c>landing/</c> and <c>reference/</c> under a directory; the same request gives the same bytes.</summary>
    /// <exception cref="ArgumentException">The request is out of range.</exception>
    public static void Write(SizedRequest request, string directory, IProgress<SizedProgress>? progress = null, CancellationToken cancel = default)
    {
        request.Check();
        var world = new SizedWorld(request);
        SyntheticWriter.WriteReference(ReferenceFiles.Of(world.Landscape), directory);
        var done = 0;
        Parallel.For(0, request.Providers, new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            var records = new ProviderRecords(world.Trusts[i], world.WardsOf[i], new SizedStory(request, world, i).Book, request.First, request.Last);
            for (var month = request.First; month <= request.Last && !cancel.IsCancellationRequested; month += 1)
                Write(records, month, SyntheticWriter.UploadFolder(directory, records.Provider.Code, $"{month}", Upload));
            var providers = Interlocked.Increment(ref done);
            progress?.Report(new(providers, request.Providers, (long)providers * request.Months * request.Rows));
        });
        cancel.ThrowIfCancellationRequested();
    }

    static void Write(ProviderRecords records, Month month, string folder)
    {
        var extract = new MonthlyExtract(records, month);
        foreach (var table in extract.Tables)
        {
            using var csv = new CsvSink(File.Create(Path.Combine(folder, $"{table.Name}.csv"), 1));
            csv.Header(table.Fields.Select(field => field.Name));
            extract.Write(table, csv);
        }

        var created = (month + 1).FirstDay.AddDays(9).ToDateTime(new TimeOnly(9, 0));
        File.WriteAllBytes(
            Path.Combine(folder, "submission.csv"), Manifest.Of(records.Provider.Code, month, created, extract.Tables.Select(table => $"{table.Name}.csv")));
    }
}
