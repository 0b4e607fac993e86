using Homeward.Columns;

namespace Homeward.Measures.Reading;

/// <summary>A month's files of one provider while they are read.</summary>
/// <param name="Provider">The provider's organisation code.</param>
/// <param name="Index">Months since the first month that the run reads.</param>
readonly record struct MonthFile(int Provider, Month Month, short Index, CuratedTableReader Read);
