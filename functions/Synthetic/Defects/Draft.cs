using System.Globalization;
using System.Text;
using Homeward.Columns;
using Homeward.Submissions.Specification;
using Homeward.Synthetic.Files;

namespace Homeward.Synthetic.Defects;

/// <summary>A row that may yet be changed.</summary>
sealed class DraftRow(TableSpec table, string[] values)
{
    readonly string[] values = values;

    public TableSpec Table { get; } = table;

    public IReadOnlyList<string> Values => values;

    public string this[string field]
    {
        get => values[Index(field)];
        set => values[Index(field)] = value;
    }

    public DraftRow Copy() => new(Table, [.. values]);

    int Index(string field)
    {
        for (var i = 0; i < Table.Fields.Count; i++)
        {
            if (Table.Fields[i].Name == field)
                return i;
        }

        throw new ArgumentException($"{Table.Name} has no field {field}.");
    }
}

/// <summary>A clean submission on its way to being broken: the rows of every table but the manifest.</summary>
/// <param name="Provider">Who sends it.</param>
/// <param name="SitePostcode">A hospital's.</param>
/// <param name="Stranger">An organisation that the reference data knows and that is not the provider.</param>
/// <param name="StrangerSite">One of its sites.</param>
sealed record DraftContext(string Provider, Month Period, string SitePostcode, string Stranger, string StrangerSite);

sealed class Draft
{
    readonly Dictionary<string, List<DraftRow>> tables = [];
    readonly Dictionary<string, ILookup<string, DraftRow>> children = [];
    int added;

    public Draft(IReadOnlyDictionary<string, byte[]> files, DraftContext context)
    {
        Context = context;
        foreach (var table in SpecificationTables.All.Where(table => table.Key is not null && files.ContainsKey($"{table.Name}.csv")))
            tables[table.Name] = Read(table, files[$"{table.Name}.csv"]);
        foreach (var (name, rows) in tables)
        {
            if (rows.Count > 0 && rows[0].Table.Parents.FirstOrDefault() is { } parent)
                children[name] = rows.ToLookup(row => row[parent.Name]);
        }
    }

    public DraftContext Context { get; }

    public IReadOnlyCollection<string> Tables => tables.Keys;

    /// <summary>Columns that no table of the specification has, by table.</summary>
    public Dictionary<string, string> ExtraColumns { get; } = [];

    public IReadOnlyList<DraftRow> this[string table] => tables.TryGetValue(table, out var rows) ? rows : [];

    /// <summary>Rows of a table that name a row as their parent, as the clean submission has them.</summary>
    public IEnumerable<DraftRow> ChildrenOf(DraftRow row, string table) =>
        children.TryGetValue(table, out var byParent) ? byParent[row[row.Table.Key!.Name]] : [];

    /// <summary>Everything under a row, as the clean submission has it.</summary>
    public IEnumerable<DraftRow> Under(DraftRow row) => SpecificationTables.All
        .Where(table => table.Parents.FirstOrDefault()?.Parent == row.Table.Name)
        .SelectMany(table => ChildrenOf(row, table.Name))
        .SelectMany(child => Under(child).Prepend(child));

    /// <summary>Adds a row under a key of its own.</summary>
    public DraftRow Add(TableSpec table, params (string Field, string Value)[] values)
    {
        var row = new DraftRow(table, new string[table.Fields.Count]);
        foreach (var field in table.Fields)
            row[field.Name] = "";
        row[table.Key!.Name] = NewKey();
        foreach (var (field, value) in values)
            row[field] = value;
        return Append(row);
    }

    public DraftRow Append(DraftRow row)
    {
        tables[row.Table.Name].Add(row);
        return row;
    }

    public void Remove(IEnumerable<DraftRow> rows)
    {
        var gone = new HashSet<DraftRow>(rows, ReferenceEqualityComparer.Instance);
        foreach (var table in tables.Values)
            table.RemoveAll(gone.Contains);
    }

    /// <summary>The row under one of the generator's own keys.</summary>
    public DraftRow Find(string table, char prefix, int number) =>
        this[table].First(row => row[row.Table.Key!.Name] == string.Create(CultureInfo.InvariantCulture, $"{prefix}{number:000000}"));

    /// <summary>A key that no other row has, in this month or another.</summary>
    public string NewKey() => string.Create(CultureInfo.InvariantCulture, $"X{Context.Period}-{++added:0000}");

    /// <summary>Line of a row in its file, the header being 1.</summary>
    public Dictionary<DraftRow, int> Lines()
    {
        Dictionary<DraftRow, int> lines = new(ReferenceEqualityComparer.Instance);
        foreach (var rows in tables.Values)
        {
            for (var i = 0; i < rows.Count; i++)
                lines[rows[i]] = i + 2;
        }

        return lines;
    }

    public IReadOnlyDictionary<string, byte[]> Files() => tables.ToDictionary(table => $"{table.Key}.csv", table => Write(table.Key, table.Value));

    byte[] Write(string table, List<DraftRow> rows)
    {
        var bytes = new MemoryStream();
        using (var csv = new CsvSink(bytes))
        {
            var names = SpecificationTables.Find(table)!.Fields.Select(field => field.Name);
            csv.Header(ExtraColumns.TryGetValue(table, out var extra) ? names.Append(extra) : names);
            foreach (var row in rows)
            {
                foreach (var value in row.Values)
                    csv.Text(value);
                if (extra is not null)
                    csv.Text("");
                csv.End();
            }
        }

        return bytes.ToArray();
    }

    // The generator's own files: nothing in them is quoted.
    static List<DraftRow> Read(TableSpec table, byte[] bytes)
    {
        var lines = Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Skip(1).Select(line => new DraftRow(table, line.Split(',')))];
    }
}
