using Homeward.Columns;
using Homeward.Synthetic.Defects;
using Homeward.Synthetic.Extract;
using Homeward.Synthetic.Files;
using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Sized;

/// <summary>Writes a region of a given size straight to folders, one provider in memory per core.</summary>
public static class SizedWriter
{
    const string Upload = "monthly";

    /// <summary>
    /// Writes <c>landing/</c> and <c>reference/</c> under a directory, and <c>defects.csv</c> where rows are broken;
    /// the same request gives the same bytes.
    /// </summary>
    /// <exception cref="ArgumentException">The request is out of range.</exception>
    public static void Write(SizedRequest request, string directory, IProgress<SizedProgress>? progress = null, CancellationToken cancel = default)
    {
        request.Check();
        var world = new SizedWorld(request);
        var defects = new DefectList();
        SyntheticWriter.WriteReference(ReferenceFiles.Of(world.Landscape), directory);
        var done = 0;
        Parallel.For(0, request.Providers, new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            var records = new ProviderRecords(world.Trusts[i], world.WardsOf[i], new SizedStory(request, world, i).Book, request.First, request.Last);
            for (var month = request.First; month <= request.Last && !cancel.IsCancellationRequested; month += 1)
            {
                var folder = SyntheticWriter.UploadFolder(directory, records.Provider.Code, $"{month}", Upload);
                if (request.Defects == 0)
                    WriteClean(records, month, folder);
                else
                    defects.Add(records.Provider.Code, month, Upload, WriteBroken(request, world, i, records, month, folder));
            }

            var providers = Interlocked.Increment(ref done);
            progress?.Report(new(providers, request.Providers, (long)providers * request.Months * request.Rows));
        });
        cancel.ThrowIfCancellationRequested();
        if (request.Defects > 0)
            File.WriteAllBytes(Path.Combine(directory, "defects.csv"), defects.Csv());
    }

    static void WriteClean(ProviderRecords records, Month month, string folder)
    {
        var extract = new MonthlyExtract(records, month);
        foreach (var table in extract.Tables)
        {
            using var csv = new CsvSink(File.Create(Path.Combine(folder, $"{table.Name}.csv"), 1));
            csv.Header(table.Fields.Select(field => field.Name));
            extract.Write(table, csv);
        }

        File.WriteAllBytes(Path.Combine(folder, "submission.csv"), SizedUpload.Manifest(records, month, extract));
    }

    static IReadOnlyList<InjectedDefect> WriteBroken(
        SizedRequest request, SizedWorld world, int provider, ProviderRecords records, Month month, string folder)
    {
        var (files, defects) = SizedUpload.Broken(request, world, provider, records, month);
        foreach (var (name, bytes) in files)
            File.WriteAllBytes(Path.Combine(folder, name), bytes);
        return defects;
    }
}
