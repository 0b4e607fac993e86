using System.Text;
using Homeward.Columns;

namespace Homeward.Submissions.Curated;

/// <summary>Texts that columns of several tables share: numbers while curating, one dictionary afterwards. -1 stands for none.</summary>
sealed class PooledTexts
{
    readonly Utf8PoolBuilder builder = new();
    Utf8Pool? built;

    public int Add(string? text)
    {
        if (text is null)
        {
            return -1;
        }

        return built is null ? builder.Add(Encoding.UTF8.GetBytes(text)) : throw new InvalidOperationException("The texts are in use by columns already.");
    }

    /// <summary>Per row the number of a column's text.</summary>
    public int[] Add(TextColumn column) => PerCode.Rows(column, PerCode.Of(column, utf8 => Add(Encoding.UTF8.GetString(utf8))));

    public TextColumn Column(string name, int[] numbers) => new(name, built ??= builder.Build(), numbers);
}
