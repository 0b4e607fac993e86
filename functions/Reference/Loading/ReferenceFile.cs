using System.Globalization;
using Homeward.Columns;
using Homeward.Columns.Csv;

namespace Homeward.Reference.Loading;

/// <summary>One reference file, read; reports what does not parse with file and line.</summary>
sealed class ReferenceFile
{
    static readonly CsvLimits Limits = new() { KeptFaults = 5 };

    readonly CsvTable table;
    readonly LoadLog log;
    readonly Dictionary<string, CsvColumn> columns = new(StringComparer.Ordinal);

    ReferenceFile(string name, CsvTable table, LoadLog log)
    {
        Name = name;
        this.table = table;
        this.log = log;
    }

    public string Name { get; }

    public int Rows => table.RowCount;

    /// <summary>Null where the file is not CSV or lacks a column: said in <paramref name="log"/>.</summary>
    public static ReferenceFile? Read(string name, byte[] bytes, LoadLog log, params FileColumn[] columns)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        var table = CsvReader.Read(stream, [.. columns.SelectMany(column => column.Specs())], Limits);
        if (table.Fault is { } fault)
        {
            log.Problem(name, $"{name} line {fault.Line}: {fault.Message}");
            return null;
        }

        var file = new ReferenceFile(name, table, log);
        return file.Bind(columns) ? file : null;
    }

    public bool Has(string column) => columns.ContainsKey(column);

    public Column? Values(string column) => columns.GetValueOrDefault(column)?.Values;

    public string? Text(int row, string column) => (Values(column) as TextColumn)?[row];

    /// <summary>A code, upper case; null where blank.</summary>
    public string? Code(int row, string column) => Text(row, column)?.ToUpperInvariant();

    /// <summary>A code that must be there; null, and said, where it is blank.</summary>
    public string? Key(int row, string column)
    {
        var code = Code(row, column);
        if (code is null)
        {
            Problem(row, $"{column} is blank: expected a code. Fill it in or take the row out.");
        }

        return code;
    }

    public int? Integer(int row, string column) => (Values(column) as Int32Column)?[row];

    public decimal? Decimal(int row, string column) => Values(column) is DecimalColumn values && values[row] is { } unscaled ? unscaled / 100m : null;

    /// <summary>The columns from and to; always where both are absent or blank.</summary>
    public Effective Effective(int row)
    {
        var from = (Values("from") as DateColumn)?.DateAt(row) ?? DateOnly.MinValue;
        var to = (Values("to") as DateColumn)?.DateAt(row) ?? DateOnly.MaxValue;
        if (from > to)
        {
            Problem(row, string.Create(CultureInfo.InvariantCulture, $"from {from:yyyy-MM-dd} is after to {to:yyyy-MM-dd}: swap or correct them."));
        }

        return new Effective(from, to);
    }

    /// <summary>A calendar month; null where blank or, said, where it is none.</summary>
    public Month? Month(int row, string column)
    {
        var text = Text(row, column);
        if (text is null)
        {
            return null;
        }

        if (Columns.Month.TryParse(text, out var month))
        {
            return month;
        }

        Problem(row, $"{column} '{text}' is not a month: expected yyyy-MM, such as 2025-08.");
        return null;
    }

    /// <summary>A service line that must be there; null, and said, where it is blank or unknown.</summary>
    public ServiceLine? Line(int row, string column)
    {
        var text = Key(row, column);
        if (text is null)
        {
            return null;
        }

        if (ServiceLines.TryParse(text, out var line))
        {
            return line;
        }

        Problem(row, $"{column} '{text}' is not a service line: expected one of {string.Join(' ', ServiceLines.All)}.");
        return null;
    }

    public void Problem(int row, string message) => log.Problem(Name, $"{Name} line {table.Lines[row]}: {message}");

    public string Where(int row) => $"{Name} line {table.Lines[row]}";

    bool Bind(FileColumn[] expected)
    {
        var complete = true;
        foreach (var column in expected)
        {
            var found = table.Find(column.Name) ?? (column.Alias is null ? null : table.Find(column.Alias));
            if (found is not null)
            {
                columns[column.Name] = found;
                ReportUnparsable(column, found);
            }
            else if (!column.Optional)
            {
                complete = false;
                log.Problem(Name, $"{Name} has no column {column.Name}: expected {string.Join(", ", expected.Where(c => !c.Optional).Select(c => c.Name))}.");
            }
        }

        if (table.UnknownHeaders.Count > 0)
        {
            log.Note($"{Name}: ignored {table.UnknownHeaders.Count} unknown column(s): {string.Join(", ", table.UnknownHeaders)}.");
        }

        return complete;
    }

    void ReportUnparsable(FileColumn column, CsvColumn found)
    {
        var expected = column.Type switch
        {
            CsvType.Date => "a date, yyyy-MM-dd",
            CsvType.Integer => "a whole number",
            _ => "a number with at most two decimals",
        };
        foreach (var fault in found.Kept)
        {
            Problem(fault.Row, $"{column.Name} '{fault.Text}' does not read: expected {expected}.");
        }

        if (found.Unparsable is { } rows && rows.Count() > found.Kept.Count)
        {
            log.Problem(Name, $"{Name}: {column.Name} does not read in {rows.Count() - found.Kept.Count} more row(s).");
        }
    }
}
