using System.Globalization;
using System.Text;
using Homeward.Measures.Outputs;
using Homeward.Measures.Tallying;
using Homeward.Measures.Time;

namespace Homeward.Measures.National;

/// <summary><c>published/oaps_{period}.csv</c>: the eleven columns of the national file, so that the two can be laid one below the other.</summary>
/// <remarks>There is no row for England: a region is never the whole of it, so every figure is below the national level and suppressed.</remarks>
static class NationalFile
{
    static readonly string[] Header =
    [
        "REPORTING_PERIOD_START", "REPORTING_PERIOD_END", "STATUS", "BREAKDOWN", "PRIMARY_LEVEL", "PRIMARY_LEVEL_DESCRIPTION",
        "SECONDARY_LEVEL", "SECONDARY_LEVEL_DESCRIPTION", "MEASURE_ID", "MEASURE_NAME", "MEASURE_VALUE",
    ];

    static readonly string[] Names =
    [
        "Inappropriate OAPs started in the period",
        "Inappropriate OAPs started in the period (adult acute beds)",
        "Inappropriate OAP bed days in the period",
        "Inappropriate OAP bed days in the period (adult acute beds)",
        "Inappropriate OAPs active at the end of the period",
        "Inappropriate OAPs active at the end of the period (adult acute beds)",
        "Inappropriate OAPs ended in the period",
        "Inappropriate OAPs ended in the period (adult acute beds)",
    ];

    sealed record Level(string Breakdown, LevelText Primary, LevelText Secondary);

    public static MartFile Of(RunInput input, IReadOnlyList<NationalCount> counts, IReadOnlyList<Window> windows, LevelTexts texts)
    {
        var values = new Dictionary<(Level Level, int Measure, int Window), int>();
        foreach (var count in counts)
        {
            foreach (var level in Levels(input, texts, count))
            {
                var key = (level, count.Measure, count.Window);
                values[key] = values.GetValueOrDefault(key) + count.Number;
            }
        }

        var levels = values.Keys.Select(key => key.Level).Distinct()
            .OrderBy(level => level.Breakdown, StringComparer.Ordinal)
            .ThenBy(level => level.Primary.Code, StringComparer.Ordinal)
            .ThenBy(level => level.Secondary.Code, StringComparer.Ordinal);
        var csv = new StringBuilder().AppendJoin(',', Header).Append('\n');
        foreach (var level in levels)
        {
            foreach (var window in windows.Where(w => w.Kind is Windows.Month or Windows.RollingThree or Windows.RollingTwelve))
            {
                for (var measure = 0; measure < NationalReferrals.Measures.Length; measure++)
                {
                    Append(csv, input, level, window, measure, values.GetValueOrDefault((level, measure, window.Index)));
                }
            }
        }

        return new($"published/oaps_{input.Period}.csv", null, Encoding.UTF8.GetBytes(csv.ToString()));
    }

    static IEnumerable<Level> Levels(RunInput input, LevelTexts texts, NationalCount count)
    {
        var sender = texts.Of(Breakdown.SendingProvider, count.Sender);
        var receiver = texts.Of(Breakdown.ReceivingProvider, count.Receiver);
        yield return new("Sending Provider", sender, LevelText.None);
        yield return new("Receiving Provider", receiver, LevelText.None);
        yield return new("Sending Provider; Receiving Provider", sender, receiver);
        yield return new("ICB of GP Practice or Residence", texts.Of(Breakdown.Icb, count.Home), LevelText.None);
        if (count.Collaborative >= 0)
        {
            var collaborative = input.Reference.Collaboratives[count.Collaborative];
            yield return new("Provider Collaborative", new(collaborative.Code, collaborative.Name), LevelText.None);
        }
    }

    static void Append(StringBuilder csv, RunInput input, Level level, Window window, int measure, int value)
    {
        string[] fields =
        [
            window.First.FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            window.Last.LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            KpiTable.Status(input),
            level.Breakdown,
            level.Primary.Code,
            level.Primary.Description,
            level.Secondary.Code,
            level.Secondary.Description,
            NationalReferrals.Measures[measure],
            Names[measure],
            Publish(value),
        ];
        csv.AppendJoin(',', fields.Select(Quoted)).Append('\n');
    }

    /// <summary>domain.md §3.6: below five, zero included, a star; else the nearest five.</summary>
    static string Publish(int value) => value < 5 ? "*" : ((value + 2) / 5 * 5).ToString(CultureInfo.InvariantCulture);

    static string Quoted(string field) => field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
