using Homeward.Columns;

namespace Homeward.Pipeline.Summarise;

/// <summary>The files that span periods may be behind: asks for <see cref="SummariseJob"/>.</summary>
/// <param name="Since">When they first needed making.</param>
public sealed record SummariseMessage(DateTimeOffset Since);

/// <summary>What a summary did.</summary>
public enum SummariseOutcome
{
    /// <summary>The files were made or copied now.</summary>
    Summarised,

    /// <summary>They were as they should be.</summary>
    UpToDate,

    /// <summary>Periods are behind the ledger: nothing was done. Whoever computes the last of them asks again.</summary>
    Waiting,
}

/// <param name="RunId">The summary that is current now; null where there are no figures.</param>
/// <param name="Behind">Periods that are waited for.</param>
public sealed record SummariseResult(SummariseOutcome Outcome, string? RunId, IReadOnlyList<Month> Behind);
