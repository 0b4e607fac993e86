using Homeward.Columns;
using Homeward.Columns.Parquet;
using Homeward.Lake;
using Homeward.Lake.Folder;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Compute;
using Homeward.Pipeline.Ingest;
using Homeward.Pipeline.Rebuild;
using Homeward.Pipeline.Summarise;
using Homeward.Reference;
using Homeward.Submissions;
using Homeward.Submissions.Curated;

namespace Homeward.Pipeline.Tests.Uploads;

/// <summary>A lake of a small world, with the jobs on it.</summary>
sealed class SmallLake
{
    readonly SmallWorld world;

    public SmallLake(SmallWorld world, string name = "lake", PseudonymKeys? keys = null)
    {
        this.world = world;
        Folder = world.At(name);
        Store = new FolderLake(Folder, elsewhere: new Dictionary<Zone, string> { [Zone.Landing] = world.Landing }, durable: false);
        Ledger = new FolderLedger(Folder, durable: false);
        Reference = ReferenceData.Load(Directory.EnumerateFiles(world.ReferenceFolder).ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes));
        Keys = keys ?? PseudonymKeys.Demo;
    }

    public string Folder { get; }

    public ILakeStore Store { get; init; }

    public ILedger Ledger { get; init; }

    public ReferenceData Reference { get; }

    public PseudonymKeys Keys { get; }

    public IngestOptions Options { get; init; } = new("test") { ReceivedBy = ReceivedBy.Manifest };

    public IngestJob Ingest => new(Store, Ledger, Reference, Keys, Options);

    public SummariseJob Summarise => new(Store, Ledger, Reference);

    public ComputeJob Compute => new(Store, Ledger, Reference, new CuratedTables(Store));

    /// <summary>Lands and judges one upload.</summary>
    public Task<IngestResult> Take(SmallUpload upload)
    {
        upload.WriteTo(world.Landing);
        return Judge(upload);
    }

    /// <summary>Judges one upload that has landed.</summary>
    public Task<IngestResult> Judge(SmallUpload upload)
    {
        var identity = new SubmissionIdentity(upload.Provider, upload.Period, upload.Name);
        return Ingest.Run(identity, LandingFolder.Pin(Store, identity));
    }

    /// <summary>Everything that lies in the landing folder.</summary>
    public async Task<RunReport> RunAll(Month? only = null)
    {
        var found = await LocalLanding.Find(Store, world.Landing);
        return await new WholeRun(Ingest, Compute, Ledger, Summarise).Run(found.Uploads, only);
    }

    /// <summary>Everything that lies in the landing folder, as far as the periods' own figures.</summary>
    public async Task Periods()
    {
        var found = await LocalLanding.Find(Store, world.Landing);
        await new WholeRun(Ingest, Compute, Ledger).Run(found.Uploads);
    }

    /// <summary>Everything again, as far as it goes.</summary>
    public async Task<RebuildReport> Rebuild()
    {
        var found = await LocalLanding.Find(Store, world.Landing);
        return await new RebuildJob(Store, Ledger, Ingest, Compute, Summarise, Keys.KeyId).Run(found.Uploads);
    }

    public async Task<string?> Current(string provider, Month period) => (await CurrentSubmissions.Of(Ledger, provider, period))?.Upload;

    public async Task<ParquetReader?> Parquet(string path) =>
        await Store.Get(LakePath.Parse(path)) is { } file ? ParquetReader.Open(file.Bytes) : null;

    /// <summary>The upload whose copy other tools read.</summary>
    public async Task<string?> Copied(string provider, Month period, string table = "ward_stays") =>
        (await Parquet(LakePaths.Curated(table, provider, period).ToString()))?.Metadata["submission_id"];
}
