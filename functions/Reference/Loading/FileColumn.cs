using Homeward.Columns.Csv;

namespace Homeward.Reference.Loading;

/// <summary>A column of a reference file.</summary>
/// <param name="Optional">The file may lack it.</param>
/// <param name="Alias">Another header that is accepted in its place.</param>
sealed record FileColumn(string Name, CsvType Type = CsvType.Text, bool Optional = false, string? Alias = null)
{
    public static FileColumn From { get; } = new("from", CsvType.Date, Optional: true);

    public static FileColumn To { get; } = new("to", CsvType.Date, Optional: true);

    public IEnumerable<CsvColumnSpec> Specs()
    {
        yield return Spec(Name);
        if (Alias is not null)
        {
            yield return Spec(Alias);
        }
    }

    CsvColumnSpec Spec(string header) => new(header, header, Type, Type == CsvType.Decimal ? 18 : 0, Type == CsvType.Decimal ? 2 : 0);
}
