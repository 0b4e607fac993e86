using System.Text;

namespace Homeward.Synthetic.Tests.Naive;

/// <summary>A CSV file as a list of dictionaries: nothing clever, and nothing of the product's own.</summary>
static class NaiveTable
{
    public static IReadOnlyList<NaiveRow> Read(byte[] bytes)
    {
        var lines = Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var header = lines[0].Split(',');
        return [.. lines.Skip(1).Select((line, i) => new NaiveRow(i + 2, header.Zip(line.Split(',')).ToDictionary(f => f.First, f => f.Second)))];
    }
}

/// <param name="Line">The header being 1.</param>
sealed record NaiveRow(int Line, IReadOnlyDictionary<string, string> Fields)
{
    public string this[string field] => Fields[field];

    public DateOnly Date(string field) => Day(field) ?? throw new InvalidOperationException($"{field} is blank on line {Line}.");

    public DateOnly? Day(string field) =>
        Fields[field] == "" ? null : DateOnly.ParseExact(Fields[field], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
