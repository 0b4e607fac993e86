using Homeward.Columns;

namespace Homeward.Measures;

/// <summary>Reads some columns of one curated table; the columns come in the order asked for.</summary>
public delegate Table CuratedTableReader(string table, IReadOnlyList<string> columns);

/// <summary>The current accepted submission of a provider for a month: the only thing that a figure may count.</summary>
/// <param name="SubmissionId"><c>{provider}-{period}-{upload}</c>.</param>
/// <param name="ContentSha256">Names the version of the curated files.</param>
public sealed record ProviderMonth(string Provider, Month Period, string SubmissionId, string ContentSha256, CuratedTableReader Read);

public enum SubmissionState
{
    Accepted,
    Rejected,
}

/// <summary>Every submission that was accepted, found unchanged (which is accepted too) or rejected, current or not: what coverage (K25) reads.</summary>
public sealed record JudgedSubmission(string Provider, Month Period, string SubmissionId, SubmissionState State, DateTimeOffset Received);
