namespace Homeward.Submissions.Specification;

/// <summary>One table of the specification.</summary>
/// <param name="Name">Lower case; the file is <c>{Name}.csv</c>.</param>
/// <param name="Mandatory">The file must be in every submission.</param>
/// <param name="Holds">What a row is, for the documentation.</param>
public sealed record TableSpec(string Name, bool Mandatory, string Holds, IReadOnlyList<Field> Fields)
{
    /// <summary>The key field; null for the manifest, which has one row.</summary>
    public Field? Key => Fields.FirstOrDefault(f => f.Kind == FieldKind.Key);

    /// <summary>Foreign keys, in field order.</summary>
    public IEnumerable<Field> Parents => Fields.Where(f => f.Kind == FieldKind.Parent);

    public Field this[string name] => Fields.First(f => f.Name == name);
}
