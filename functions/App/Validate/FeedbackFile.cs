using Homeward.App.Callers;

namespace Homeward.App.Validate;

/// <summary>A file of a feedback pack, as an answer.</summary>
static class FeedbackFile
{
    public const string Summary = "summary.json";

    public const string Report = "report.html";

    public static IReadOnlyDictionary<string, string> Types { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Summary] = "application/json; charset=utf-8",
        [Report] = "text/html; charset=utf-8",
        ["findings.csv"] = "text/csv; charset=utf-8",
        ["vodim.csv"] = "text/csv; charset=utf-8",
    };

    /// <exception cref="RefusedException">Not one of <see cref="Types"/>.</exception>
    public static IResult Answer(IReadOnlyDictionary<string, byte[]> pack, string name) =>
        Results.Bytes(pack.GetValueOrDefault(Known(name)) ?? throw Unknown(), Types[name]);

    /// <exception cref="RefusedException">Not one of <see cref="Types"/>.</exception>
    public static string Known(string name) => Types.ContainsKey(name) ? name : throw Unknown();

    static RefusedException Unknown() => new(404, $"There is no such file: expected one of {string.Join(", ", Types.Keys)}.");
}
