using System.Text;

namespace Homeward.Reference.Loading;

/// <summary>Reads the code lists: the shipped file, or the deployment's file of the same name in its place.</summary>
static class CodeListFiles
{
    static readonly FileColumn[] Columns =
    [
        new("code"),
        new("description", Optional: true),
        new("from", Optional: true),
        new("to", Optional: true),
        new("default", Optional: true),
        new("group", Optional: true),
        new("maps_to", Optional: true),
        new("service_line", Optional: true),
    ];

    static readonly Dictionary<CodeList, string> Names =
        Enum.GetValues<CodeList>().ToDictionary(list => list, list => SnakeCase(list.ToString()) + ".csv");

    /// <summary>File names of all lists.</summary>
    public static IReadOnlyCollection<string> All => Names.Values;

    /// <summary>The list's file name, such as <c>bed_class.csv</c>.</summary>
    public static string Name(CodeList list) => Names[list];

    public static byte[] Shipped(string name)
    {
        using var resource = typeof(CodeListFiles).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The code list {name} is missing from the assembly.");
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }

    public static CodeLists Read(IReadOnlyDictionary<string, byte[]> files, LoadLog log) =>
        new(Names.ToDictionary(list => list.Key, list => (IReadOnlyList<CodeRow>)Rows(list.Value, files[list.Value], log)));

    static List<CodeRow> Rows(string name, byte[] bytes, LoadLog log)
    {
        var file = ReferenceFile.Read(name, bytes, log, Columns);
        var rows = new List<CodeRow>();
        for (var i = 0; i < (file?.Rows ?? 0); i++)
        {
            if (Row(file!, i) is { } row)
            {
                rows.Add(row);
            }
        }

        if (file is not null)
        {
            Check(file, rows, log);
        }

        return rows;
    }

    static CodeRow? Row(ReferenceFile file, int row)
    {
        var code = file.Text(row, "code");
        if (code is null)
        {
            file.Problem(row, "code is blank: fill it in or take the row out.");
            return null;
        }

        var isDefault = file.Code(row, "default");
        if (isDefault is not (null or "Y" or "N"))
        {
            file.Problem(row, $"default '{isDefault}' is neither Y nor N.");
        }

        var line = file.Text(row, "service_line") is null ? null : file.Line(row, "service_line");
        return new CodeRow(
            code,
            file.Text(row, "description") ?? code,
            file.Month(row, "from"),
            file.Month(row, "to"),
            isDefault == "Y",
            file.Text(row, "group"),
            file.Text(row, "maps_to"),
            line ?? ServiceLine.Unknown);
    }

    static void Check(ReferenceFile file, List<CodeRow> rows, LoadLog log)
    {
        if (rows.Count == 0)
        {
            log.Problem(file.Name, $"{file.Name} has no codes: expected at least one row, or no file at all.");
        }

        var codes = rows.Select(row => row.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => row.MapsTo is not null && !codes.Contains(row.MapsTo)))
        {
            log.Problem(file.Name, $"{file.Name}: code {row.Code} maps to {row.MapsTo}, which the list does not have.");
        }

        foreach (var row in rows.Where(row => row.From > row.To))
        {
            log.Problem(file.Name, $"{file.Name}: code {row.Code} has from {row.From} after to {row.To}.");
        }

        foreach (var same in rows.GroupBy(row => row.Code, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            var ordered = same.OrderBy(row => row.From?.Start ?? int.MinValue).ToArray();
            if (ordered.Zip(ordered.Skip(1)).Any(pair => pair.First.To is not { } to || pair.Second.From is not { } from || from <= to))
            {
                log.Problem(file.Name, $"{file.Name}: code {same.Key} is given twice for the same month. Keep one row, or part them by from and to.");
            }
        }
    }

    static string SnakeCase(string name)
    {
        var snake = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && snake.Length > 0)
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(letter));
        }

        return snake.ToString();
    }
}
