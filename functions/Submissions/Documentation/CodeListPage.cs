using System.Text;
using Homeward.Reference;
using Homeward.Submissions.Specification;

namespace Homeward.Submissions.Documentation;

/// <summary>Every code list that ships with the product, with the fields that use it.</summary>
static class CodeListPage
{
    /// <summary>The lists as shipped, without a deployment's own.</summary>
    public static CodeLists Shipped { get; } = ReferenceData.Load(new Dictionary<string, byte[]>()).Codes;

    public static string Anchor(CodeList list) => SnakeCase.Of(list.ToString()).Replace('_', '-');

    public static string Title(CodeList list)
    {
        var words = SnakeCase.Of(list.ToString()).Replace('_', ' ');
        return (char.ToUpperInvariant(words[0]) + words[1..]).Replace("Nhs", "NHS", StringComparison.Ordinal).Replace("Oap", "OAP", StringComparison.Ordinal);
    }

    public static string Write()
    {
        var page = new StringBuilder("# Code lists\n\nThe codes that ship with the product. A deployment can override a list with a file of its own.\n");
        page.Append("A code that is not in force in the month of the submission is [GEN003](rules/GEN003.md); a declared unknown is [GEN004](rules/GEN004.md).\n");
        foreach (var list in Enum.GetValues<CodeList>())
        {
            var fields = SpecificationTables.All.SelectMany(table => table.Fields.Where(field => field.Codes == list).Select(field => $"{table.Name}.{field.Name}"));
            page.Append($"\n<a id=\"{Anchor(list)}\"></a>\n\n## {Title(list)}\n\nUsed by {string.Join(", ", fields)}.\n\n").Append(Markdown.Head("Code", "Meaning", "In force"));
            foreach (var row in Shipped.Rows(list))
            {
                page.Append(Markdown.Row(row.Code, row.Description + (row.Default ? " (a declared unknown)" : ""), InForce(row)));
            }
        }

        return page.ToString();
    }

    static string InForce(CodeRow row) => (row.From, row.To) switch
    {
        (null, null) => "always",
        ({ } from, null) => $"from {from}",
        (null, { } to) => $"up to {to}",
        ({ } from, { } to) => $"{from} to {to}",
    };
}
