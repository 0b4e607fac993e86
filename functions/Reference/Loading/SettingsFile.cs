using System.Text.Json;
using Homeward.Columns;

namespace Homeward.Reference.Loading;

/// <summary>Reads <c>settings.json</c>: what it does not name keeps its default.</summary>
static class SettingsFile
{
    static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static Settings Read(FolderReader folder)
    {
        if (!folder.Files.TryGetValue(FolderReader.SettingsFile, out var bytes))
        {
            return new Settings();
        }

        try
        {
            using var json = JsonDocument.Parse(WithoutMark(bytes), Lenient);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? json.RootElement.EnumerateObject().Aggregate(new Settings(), (settings, setting) => Apply(settings, setting, folder.Log))
                : Refuse(folder.Log, $"expected an object, such as {{}}, found {json.RootElement.ValueKind}.", new Settings());
        }
        catch (JsonException broken)
        {
            return Refuse(folder.Log, $"not JSON, line {broken.LineNumber + 1}: correct it, or use {{}} for all defaults.", new Settings());
        }
    }

    static Settings Apply(Settings settings, JsonProperty setting, LoadLog log)
    {
        var value = setting.Value;
        return setting.Name switch
        {
            "closedThrough" => value.ValueKind == JsonValueKind.Null ? settings with { ClosedThrough = null }
                : value.ValueKind == JsonValueKind.String && Month.TryParse(value.GetString(), out var month) ? settings with { ClosedThrough = month }
                : Refuse(log, $"closedThrough {value.GetRawText()} is not a month: expected \"yyyy-MM\" or null.", settings),
            "rejectionShare" => Share(setting, log, settings, share => settings with { RejectionShare = share }),
            "rejectionRows" => Whole(setting, 0, 1_000_000, log, settings, rows => settings with { RejectionRows = rows }),
            "rowCountChange" => Share(setting, log, settings, share => settings with { RowCountChange = share }),
            "rowCountRows" => Whole(setting, 0, 1_000_000, log, settings, rows => settings with { RowCountRows = rows }),
            "reviewDays" => Whole(setting, 1, 366, log, settings, days => settings with { ReviewDays = days }),
            "earlyReviewDays" => Whole(setting, 1, 366, log, settings, days => settings with { EarlyReviewDays = days }),
            "readmissionDays" => Whole(setting, 1, 59, log, settings, days => settings with { ReadmissionDays = days }),
            "shortReadmissionDays" => Whole(setting, 1, 59, log, settings, days => settings with { ShortReadmissionDays = days }),
            "distanceKm" => Whole(setting, 1, 2000, log, settings, km => settings with { DistanceKm = km }),
            "cutOffDay" => Whole(setting, 1, 28, log, settings, day => settings with { CutOffDay = day }),
            "landingDays" => Whole(setting, 1, 3650, log, settings, days => settings with { LandingDays = days }),
            "exactTotals" => value.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? settings with { ExactTotals = value.GetBoolean() }
                : Refuse(log, $"exactTotals {value.GetRawText()} is neither true nor false.", settings),
            _ => Ignore(log, setting.Name, settings),
        };
    }

    static Settings Share(JsonProperty setting, LoadLog log, Settings settings, Func<double, Settings> with) =>
        setting.Value.ValueKind == JsonValueKind.Number && setting.Value.TryGetDouble(out var share) && share is >= 0 and <= 1
            ? with(share)
            : Refuse(log, $"{setting.Name} {setting.Value.GetRawText()} is out of range: expected a share from 0 to 1.", settings);

    static Settings Whole(JsonProperty setting, int least, int most, LoadLog log, Settings settings, Func<int, Settings> with) =>
        setting.Value.ValueKind == JsonValueKind.Number && setting.Value.TryGetInt32(out var number) && number >= least && number <= most
            ? with(number)
            : Refuse(log, $"{setting.Name} {setting.Value.GetRawText()} is out of range: expected a whole number from {least} to {most}.", settings);

    static Settings Refuse(LoadLog log, string message, Settings settings)
    {
        log.Problem(FolderReader.SettingsFile, $"{FolderReader.SettingsFile}: {message}");
        return settings;
    }

    static Settings Ignore(LoadLog log, string name, Settings settings)
    {
        log.Note($"{FolderReader.SettingsFile}: ignored unknown setting {name}.");
        return settings;
    }

    static ReadOnlyMemory<byte> WithoutMark(byte[] bytes) =>
        bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsMemory(3) : bytes;
}
