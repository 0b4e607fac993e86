using Homeward.Columns;
using Homeward.Lake.Ledger;

namespace Homeward.Pipeline.Sweep;

/// <summary>What a sweep found and did.</summary>
/// <param name="Judged">Uploads whose event was lost, or whose worker was.</param>
/// <param name="Behind">Periods that were behind the ledger.</param>
/// <param name="Parked">Periods that are behind it and are not tried any more: five failures.</param>
/// <param name="Copied">Copies that were put right, by path.</param>
/// <param name="Removed">Folders of runs that were superseded long enough ago.</param>
/// <param name="Alerts">What a person should look at. No personal value in it.</param>
public sealed record SweepReport(
    IReadOnlyList<SubmissionRow> Judged,
    IReadOnlyList<Month> Behind,
    IReadOnlyList<Month> Parked,
    IReadOnlyList<string> Copied,
    IReadOnlyList<string> Removed,
    IReadOnlyList<string> Alerts);
