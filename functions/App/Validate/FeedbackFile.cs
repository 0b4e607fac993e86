using Homeward.App.Callers;

namespace Homeward.App.Validate;

/// <summary>A file of a feedback pack, as an answer.</summary>
static class FeedbackFile
{
    public const string Summary = "summary.json";

    public const string Report = "report.html";

    /// <summary>Not of a feedback pack: what the region's computation found in a provider's month.</summary>
    public const string Region = "region.csv";

    const string Csv = "text/csv; charset=utf-8";

    public static IReadOnlyDictionary<string, string> Types { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Summary] = "application/json; charset=utf-8",
        [Report] = "text/html; charset=utf-8",
        ["findings.csv"] = Csv,
        ["vodim.csv"] = Csv,
    };

    /// <summary>The same, and <see cref="Region"/>.</summary>
    public static IReadOnlyDictionary<string, string> OfSubmission { get; } =
        new Dictionary<string, string>(Types, StringComparer.Ordinal) { [Region] = Csv };

    /// <exception cref="RefusedException">Not one of <see cref="Types"/>.</exception>
    public static IResult Answer(IReadOnlyDictionary<string, byte[]> pack, string name) =>
        Results.Bytes(pack.GetValueOrDefault(Known(name, Types)) ?? throw Unknown(Types), Types[name]);

    /// <exception cref="RefusedException">Not one of <paramref name="types"/>.</exception>
    public static string Known(string name, IReadOnlyDictionary<string, string> types) => types.ContainsKey(name) ? name : throw Unknown(types);

    static RefusedException Unknown(IReadOnlyDictionary<string, string> types) =>
        new(404, $"There is no such file: expected one of {string.Join(", ", types.Keys)}.");
}
