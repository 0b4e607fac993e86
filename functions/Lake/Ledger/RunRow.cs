using Homeward.Columns;

namespace Homeward.Lake.Ledger;

/// <summary>The current run of a period.</summary>
public sealed record RunRow(Month Period, string RunId);
