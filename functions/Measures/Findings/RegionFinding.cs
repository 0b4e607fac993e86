namespace Homeward.Measures.Findings;

/// <summary>One occurrence of a rule that only the whole region shows. It holds nothing but what the provider itself sent.</summary>
/// <param name="Rule">Catalogue id: OAP002 to OAP005, OAP007, CON001 or CON002; all are warnings, and their messages have no blanks.</param>
/// <param name="Table">Table of the specification.</param>
/// <param name="Line">Line of the provider's file of the period, the header being 1; null where the row is absent.</param>
/// <param name="Key">The row's own key as the provider has it, without prefix.</param>
/// <param name="Field">MHSDS field name; null where no single field is at fault.</param>
/// <param name="Value">Of that field, as the provider sent it.</param>
public sealed record RegionFinding(string Rule, string Table, int? Line, string Key, string? Field, string? Value);

/// <summary>What one provider is told of its submission of the period; no findings is good news, to be told too.</summary>
public sealed record ProviderFindings(string Provider, IReadOnlyList<RegionFinding> Findings);
