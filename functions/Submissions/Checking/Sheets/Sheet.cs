using Homeward.Columns;
using Homeward.Columns.Csv;
using Homeward.Submissions.Specification;

namespace Homeward.Submissions.Checking.Sheets;

/// <summary>One table while it is judged: what its file held, and which of its rows still stand.</summary>
sealed class Sheet
{
    readonly Dictionary<Delegate, object> known = [];

    /// <summary>Rules of one table judge side by side, and a row's mark is a bit of a word that others mark too.</summary>
    readonly Lock marking = new();

    /// <param name="csv">Null where the file was not sent.</param>
    public Sheet(TableSpec spec, CsvTable? csv)
    {
        Spec = spec;
        Csv = csv;
        Lines = csv?.Lines ?? [];
        Columns = [.. spec.Fields.Select((field, index) => new SheetColumn(field, index, csv?.Find(field.Column), Lines.Length))];
        Key = Columns.FirstOrDefault(column => column.Field.Kind == FieldKind.Key);
        ParentKey = Columns.FirstOrDefault(column => column.Field.Kind == FieldKind.Parent);
        Rejected = new Bits(Lines.Length);
    }

    public TableSpec Spec { get; }

    public CsvTable? Csv { get; }

    public string Name => Spec.Name;

    public string FileName => Spec.Name + ".csv";

    /// <summary>The file was sent.</summary>
    public bool Sent => Csv is not null;

    /// <summary>The file was sent, and every row of it could be read.</summary>
    public bool Whole => Csv is { Fault: null };

    public int Rows => Lines.Length;

    /// <summary>Per row its line in the file; the header's is 1.</summary>
    public int[] Lines { get; }

    public IReadOnlyList<SheetColumn> Columns { get; }

    /// <summary>The primary key; null for the manifest.</summary>
    public SheetColumn? Key { get; }

    /// <summary>The foreign key; null where the table has no parent.</summary>
    public SheetColumn? ParentKey { get; }

    /// <summary>The table that <see cref="ParentKey"/> points to.</summary>
    public Sheet? Parent { get; set; }

    /// <summary>Per row the row of the parent table, rejected or not; -1 where there is none. Empty where the table has no parent.</summary>
    public int[] ParentRows { get; set; } = [];

    /// <summary>Rows that a rule has rejected so far.</summary>
    public Bits Rejected { get; }

    /// <summary>Accepted rows with a warning; null when there is none.</summary>
    public Bits? Warned { get; private set; }

    public SheetColumn this[string field] => Columns.First(column => column.Field.Name == field);

    /// <summary>The parent's row where it stands; -1 where it is missing or rejected.</summary>
    public int StandingParent(int row)
    {
        var parent = ParentRows[row];
        return parent >= 0 && !Parent!.Rejected[parent] ? parent : -1;
    }

    /// <summary>What several rules need to know about the table, worked out once and asked for by the method that does it.</summary>
    public T Once<T>(Func<Sheet, T> work)
        where T : class
    {
        lock (known)
        {
            return (T)(known.TryGetValue(work, out var result) ? result : known[work] = work(this));
        }
    }

    /// <param name="column">The column whose value is to blame; null where none is.</param>
    public void Reject(int row, SheetColumn? column)
    {
        lock (marking)
        {
            Rejected[row] = true;
            column?.Refuse(row);
        }
    }

    public void Warn(int row)
    {
        lock (marking)
        {
            Warned ??= new Bits(Rows);
            Warned[row] = true;
        }
    }
}
