using CsvHelper;

namespace Homeward.Columns.Tests.Csv;

/// <summary>What CsvHelper makes of a file: its rows up to the first that it finds ragged or unclosed.</summary>
sealed record CsvHelperOracle(List<(int Line, string[] Values)> Rows, CsvMalformedReason? Stopped)
{
    public static CsvHelperOracle Read(byte[] file)
    {
        List<CsvMalformedReason> reasons = [];
        var options = new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            TrimWhitespace = true,
            WhitespaceCharacters = " ",
            TrackLineNumbers = true,
            DetectSeparatorHint = false,
            OnMalformedRecord = record => reasons.Add(record.Reason),
        };
        List<(int Line, string[] Values)> rows = [];
        using var csv = CsvHelper.CsvReader.Create(file, options);
        while (csv.Read())
        {
            string[] values = [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];
            if (values is [""] && csv.RawRecord.IndexOfAnyExcept((byte)' ') < 0)
            {
                continue;
            }

            if (reasons.Contains(CsvMalformedReason.UnterminatedQuote))
            {
                return new(rows, CsvMalformedReason.UnterminatedQuote);
            }

            if (rows.Count > 0 && values.Length != rows[0].Values.Length)
            {
                return new(rows, CsvMalformedReason.FieldCountMismatch);
            }

            rows.Add(((int)csv.LineNumber, values));
        }

        return new(rows, null);
    }
}
