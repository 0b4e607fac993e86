using System.Text;
using Homeward.Columns;
using Homeward.Reference;

namespace Homeward.Submissions.Curated;

/// <summary>Bed classes: v6 where a v5 or v6 code was sent, else as sent; and the service line that they tell.</summary>
static class BedClasses
{
    public const string Column = "mh_admitted_patient_class";
    public const string Submitted = "mh_admitted_patient_class_submitted";

    public static TextColumn Mapped(TextColumn sent, CodeLists codes)
    {
        var pool = new Utf8PoolBuilder();
        var mapped = PerCode.Of(sent, utf8 => pool.Add(codes.BedClass(Encoding.UTF8.GetString(utf8)) is { } v6 ? Encoding.UTF8.GetBytes(v6) : utf8));
        var unchanged = pool.Count == mapped.Length && mapped.AsSpan().SequenceEqual([.. Enumerable.Range(0, mapped.Length)]);
        return new TextColumn(Column, pool.Build(), unchanged ? sent.Codes : PerCode.Rows(sent, mapped));
    }

    /// <summary>Per code of the column as sent; Unknown where the code is neither v5 nor v6.</summary>
    public static ServiceLine[] Lines(TextColumn sent, CodeLists codes) =>
        PerCode.Of(sent, utf8 => codes.LineOfBedClass(codes.BedClass(Encoding.UTF8.GetString(utf8))));
}
