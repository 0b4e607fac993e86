using Homeward.Synthetic.Defects;
using Homeward.Synthetic.Extract;
using Homeward.Synthetic.Files;
using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Sized;

/// <summary>Writes a region of a given size straight to folders, one provider in memory per core.</summary>
public static class SizedWriter
{
    /// <summary>How many uploads a request makes: with defects every month is sent twice.</summary>
    public static int Uploads(SizedRequest request) => request.Providers * request.Months * (request.Defects == 0 ? 1 : 2);

    /// <summary>
    /// Writes <c>landing/</c> and <c>reference/</c> under a directory; the same request gives the same bytes. Without defects
    /// no rule finds anything. With them, <c>defects.csv</c> has a row for every finding that must come of it: provider, period,
    /// upload, table (blank: the submission as a whole), line (blank: a whole file, or a row that is absent), rule, and follows
    /// (Y: nobody touched the row, it falls with or because of one that was broken). What only the region's computation can
    /// find is listed under the upload that stands for the month.
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
            if (request.Defects == 0)
                WriteClean(request, world, i, directory, cancel);
            else
                WriteBroken(request, world, i, directory, defects, cancel);
            var providers = Interlocked.Increment(ref done);
            progress?.Report(new(providers, request.Providers, (long)providers * request.Months * request.Rows));
        });
        cancel.ThrowIfCancellationRequested();
        if (request.Defects > 0)
            File.WriteAllBytes(Path.Combine(directory, "defects.csv"), defects.Csv());
    }

    static void WriteClean(SizedRequest request, SizedWorld world, int provider, string directory, CancellationToken cancel)
    {
        var story = new SizedStory(request, world, provider).Book;
        var records = new ProviderRecords(world.Trusts[provider], world.WardsOf[provider], story, request.First, request.Last);
        for (var month = request.First; month <= request.Last && !cancel.IsCancellationRequested; month += 1)
        {
            var folder = SyntheticWriter.UploadFolder(directory, records.Provider.Code, $"{month}", SizedUpload.Name);
            var extract = new MonthlyExtract(records, month);
            foreach (var table in extract.Tables)
            {
                using var csv = new CsvSink(File.Create(Path.Combine(folder, $"{table.Name}.csv"), 1));
                csv.Header(table.Fields.Select(field => field.Name));
                extract.Write(table, csv);
            }

            File.WriteAllBytes(Path.Combine(folder, "submission.csv"), SizedUpload.Manifest(records, month, extract));
        }
    }

    static void WriteBroken(SizedRequest request, SizedWorld world, int provider, string directory, DefectList defects, CancellationToken cancel)
    {
        var months = new SizedDefects(request, world, provider);
        var code = world.Trusts[provider].Code;
        for (var month = request.First; month <= request.Last && !cancel.IsCancellationRequested; month += 1)
        {
            foreach (var upload in months.Of(month))
            {
                var folder = SyntheticWriter.UploadFolder(directory, code, $"{month}", upload.Name);
                foreach (var (name, bytes) in upload.Files)
                    File.WriteAllBytes(Path.Combine(folder, name), bytes);
                defects.Add(code, month, upload.Name, upload.Defects);
            }
        }
    }
}
