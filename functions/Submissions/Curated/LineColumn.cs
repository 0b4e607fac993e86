using System.Text;
using Homeward.Columns;
using Homeward.Reference;

namespace Homeward.Submissions.Curated;

/// <summary>Service lines as text: the codes of one dictionary are the lines less Unknown, which is null.</summary>
static class LineColumn
{
    const string Name = "service_line";

    static readonly Utf8Pool Names = Pool();

    public static TextColumn Of(ServiceLine[] rows)
    {
        var codes = GC.AllocateUninitializedArray<int>(rows.Length);
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = (int)rows[row] - 1;
        }

        return new TextColumn(Name, Names, codes);
    }

    /// <summary>Per code of a column of specialised service codes.</summary>
    public static ServiceLine[] OfServiceCodes(TextColumn sent, CodeLists codes) =>
        PerCode.Of(sent, utf8 => codes.LineOfServiceCode(Encoding.UTF8.GetString(utf8)));

    static Utf8Pool Pool()
    {
        var pool = new Utf8PoolBuilder();
        foreach (var line in ServiceLines.All)
        {
            if (pool.Add(Encoding.UTF8.GetBytes(line.ToString())) != (int)line - 1)
            {
                throw new InvalidOperationException("The service lines are not numbered from 1 without a gap.");
            }
        }

        return pool.Build();
    }
}
