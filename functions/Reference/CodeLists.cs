using System.Text.RegularExpressions;
using Homeward.Columns;

namespace Homeward.Reference;

/// <summary>The code lists in force, shipped with the product and overridden by a reference file of the same name.</summary>
public sealed partial class CodeLists
{
    readonly Dictionary<string, CodeRow[]>[] byCode;
    readonly IReadOnlyList<CodeRow>[] rows;

    /// <param name="rows">Per list, its rows in list order.</param>
    internal CodeLists(IReadOnlyDictionary<CodeList, IReadOnlyList<CodeRow>> rows)
    {
        this.rows = [.. Enum.GetValues<CodeList>().Select(list => rows.GetValueOrDefault(list, []))];
        byCode = [.. this.rows.Select(list =>
            list.GroupBy(row => row.Code, StringComparer.Ordinal).ToDictionary(code => code.Key, code => code.ToArray(), StringComparer.Ordinal))];
    }

    public CodeStatus Status(CodeList list, string code, Month month)
    {
        if (list == CodeList.SpecialisedService && !byCode[(int)list].ContainsKey(code) && Base(code) is { } line && HasSuffixes(line))
        {
            return CodeStatus.Invalid;
        }

        foreach (var row in Find(list, code))
        {
            if (row.In(month))
            {
                return row.Default ? CodeStatus.Default : CodeStatus.Valid;
            }
        }

        return CodeStatus.Invalid;
    }

    /// <summary>The code's meaning; null where the list does not have it.</summary>
    public string? Description(CodeList list, string code) => Latest(list, code)?.Description;

    /// <summary>The group that figures are published by, such as an upper ethnic group; null where the list has none.</summary>
    public string? Group(CodeList list, string code) => Latest(list, code)?.Group;

    /// <summary>Every code that is valid in a month, in list order; declared unknowns are in <see cref="Defaults"/>.</summary>
    public IReadOnlyList<string> Codes(CodeList list, Month month) =>
        [.. rows[(int)list].Where(row => row.In(month) && !row.Default).Select(row => row.Code)];

    /// <summary>The declared unknowns of a month, such as 99 or Z, in list order.</summary>
    public IReadOnlyList<string> Defaults(CodeList list, Month month) =>
        [.. rows[(int)list].Where(row => row.In(month) && row.Default).Select(row => row.Code)];

    /// <summary>Every row of a list, retired codes included, in list order.</summary>
    public IReadOnlyList<CodeRow> Rows(CodeList list) => rows[(int)list];

    /// <summary>domain.md §2.2: the v6 class of a v5 or v6 bed code; null where it is neither. v6 begins with 2024-04.</summary>
    public string? BedClass(string code) => Latest(CodeList.BedClass, code) is { } row ? row.MapsTo ?? row.Code : null;

    /// <summary>submission.md §3: the service line of a specialised service code such as NCBPS22S/LS_M_LD; Unknown where it tells none.</summary>
    public ServiceLine LineOfServiceCode(string? code) =>
        code is null ? ServiceLine.Unknown : Latest(CodeList.SpecialisedService, code)?.Line ?? ServiceLine.Unknown;

    /// <summary>submission.md §3: the service line of a v6 bed class; Unknown for null, Other for the rest.</summary>
    public ServiceLine LineOfBedClass(string? bedClass)
    {
        if (bedClass is null)
        {
            return ServiceLine.Unknown;
        }

        var line = Latest(CodeList.BedClass, BedClass(bedClass) ?? bedClass)?.Line ?? ServiceLine.Unknown;
        return line == ServiceLine.Unknown ? ServiceLine.OTH : line;
    }

    CodeRow? Latest(CodeList list, string code) => Find(list, code) is [.., var last] ? last : null;

    CodeRow[] Find(CodeList list, string code)
    {
        var codes = byCode[(int)list];
        if (codes.TryGetValue(code, out var found))
        {
            return found;
        }

        return list == CodeList.SpecialisedService && Base(code) is { } line && codes.TryGetValue(line, out found) ? found : [];
    }

    /// <summary>A specialised service code is the service line before the slash; what follows only names settings and conditions. Null where it is built otherwise.</summary>
    static string? Base(string code) => ServiceCode().Match(code) is { Success: true } built ? built.Groups[1].Value : null;

    /// <summary>True for a service line whose settings and conditions the list gives one by one.</summary>
    bool HasSuffixes(string line) => rows[(int)CodeList.SpecialisedService].Any(row => row.Code.Length > line.Length && row.Code[line.Length] == '/' && row.Code.StartsWith(line, StringComparison.Ordinal));

    [GeneratedRegex("^([A-Z0-9]+)/[A-Z]+(?:_[A-Z]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex ServiceCode();
}
