using System.Text;

namespace Homeward.Columns.Csv;

/// <summary>The header: which column of the file belongs to which spec.</summary>
/// <param name="Names">As sent, without quotes and outer spaces.</param>
sealed record HeaderRow(IReadOnlyList<string> Names, CsvFault? Fault)
{
    /// <param name="row">The header's bytes, without the line break that ends it.</param>
    public static HeaderRow Read(ReadOnlySpan<byte> row, int line, IReadOnlyList<CsvColumnSpec> specs, CsvLimits limits)
    {
        List<(int Start, int End)> fields = [];
        byte[] scratch = [];
        var opened = RowScan.Read(row, fields, out _, out _);
        if (opened >= 0)
        {
            return new([], Faults.Unclosed(line + opened));
        }

        if (HasBareReturns(row, specs))
        {
            return new([], Faults.BareReturns(line));
        }

        if (fields.Count > limits.Columns)
        {
            return new([], Faults.TooManyColumns(line, fields.Count, limits.Columns));
        }

        if (fields.Count == 1 && OtherSeparator(row, specs) is { } separator)
        {
            return new([], Faults.OtherSeparator(line, separator));
        }

        var names = fields.ConvertAll(_ => "");
        Dictionary<string, int> positions = new(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < fields.Count; i++)
        {
            names[i] = Encoding.UTF8.GetString(FieldText.Value(row[fields[i].Start..fields[i].End], ref scratch));
            if (names[i].Length > 0 && !positions.TryAdd(names[i], i))
            {
                // A file without a header row has values here: only a name of the specification may be repeated.
                var known = specs.FirstOrDefault(spec => Same(spec.Header, names[i]))?.Header;
                return new([], Faults.DuplicateHeader(line, positions[names[i]] + 1, i + 1, known));
            }
        }

        return new(names, null);
    }

    /// <summary>True where rows end in a carriage return alone, as in files of old Macs: the name in front of it is one of the specification.</summary>
    static bool HasBareReturns(ReadOnlySpan<byte> row, IReadOnlyList<CsvColumnSpec> specs)
    {
        var end = row.IndexOf((byte)'\r');
        if (end < 0)
        {
            return false;
        }

        var last = Encoding.UTF8.GetString(row[(row[..end].LastIndexOf((byte)',') + 1)..end]).Trim().Trim('"');
        return specs.Any(spec => Same(spec.Header, last));
    }

    /// <summary>What stands between names of the specification where commas should; null where nothing does.</summary>
    static char? OtherSeparator(ReadOnlySpan<byte> row, IReadOnlyList<CsvColumnSpec> specs)
    {
        var text = Encoding.UTF8.GetString(row);
        foreach (var separator in (ReadOnlySpan<char>)[';', '\t', '|'])
        {
            if (text.Split(separator) is { Length: > 1 } parts && parts.Any(part => specs.Any(spec => Same(spec.Header, part.Trim().Trim('"')))))
            {
                return separator;
            }
        }

        return null;
    }

    /// <summary>The position of a spec's column in the file; -1 where the file lacks it.</summary>
    public int Find(CsvColumnSpec spec)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (Same(Names[i], spec.Header))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Names that no spec has, in file order; nameless columns, as spreadsheets leave behind, are left out.</summary>
    public IReadOnlyList<string> Unknown(IReadOnlyList<CsvColumnSpec> specs) =>
        [.. Names.Where(name => name.Length > 0 && !specs.Any(spec => Same(spec.Header, name)))];

    static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
