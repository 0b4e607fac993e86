using Homeward.Columns;

namespace Homeward.Lake;

/// <summary>Every place of a lake that has a meaning, named once.</summary>
public static class LakePaths
{
    public const string Manifest = "submission.csv";

    public const string RunFile = "_run.json";

    /// <summary>What a provider uploaded: submission.md §1.</summary>
    public static LakeFolder Landing(string provider, Month period, string upload) =>
        LakeFolder.Of(Zone.Landing, provider, period.ToString(), upload);

    /// <summary>The record: the write-once files of one version of a submission.</summary>
    public static LakeFolder Version(string provider, Month period, string upload, string contentSha256) =>
        LakeFolder.Of(Zone.Curated, "_versions", provider, period.ToString(), upload, contentSha256);

    /// <summary>The copy of the current version, laid out for other tools.</summary>
    public static LakePath Curated(string table, string provider, Month period) =>
        LakePath.Of(Zone.Curated, table, $"period={period}", $"provider={provider}", "data.parquet");

    public static LakeFolder Feedback(string provider, Month period, string upload) =>
        LakeFolder.Of(Zone.Feedback, provider, period.ToString(), upload);

    /// <summary>What the region's computation found in a provider's month.</summary>
    public static LakePath RegionFeedback(string provider, Month period) => LakePath.Of(Zone.Feedback, provider, period.ToString(), "region.csv");

    /// <summary>The write-once files of one run.</summary>
    public static LakeFolder Run(Month period, string runId) =>
        LakeFolder.Of(Zone.Restricted, "_runs", period.ToString(), runId);

    /// <summary>The figures of a month: suppressed in marts, exact in restricted.</summary>
    public static LakePath Kpi(Zone zone, Month period) => LakePath.Of(zone, "kpi", $"period={period}", "data.parquet");
}
