using Homeward.Columns;
using Homeward.Reference;

namespace Homeward.Measures.Summary;

/// <summary>Reads some columns of a file of a period's current run; the columns come in the order asked for.</summary>
/// <param name="path">Such as <c>marts/kpi/period=2025-08/data.parquet</c>.</param>
public delegate Table RunFileReader(string path, IReadOnlyList<string> columns);

/// <summary>A period and its current run.</summary>
public sealed record ComputedPeriod(Month Period, string RunId, RunFileReader Read);

/// <summary>What files that span periods are made of.</summary>
/// <param name="Periods">Every computed period, each with its current run.</param>
public sealed record SummaryInput(IReadOnlyList<ComputedPeriod> Periods, ReferenceData Reference);
