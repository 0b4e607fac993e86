namespace Homeward.Cli.Terminals;

/// <summary>Text broken between words, so that a terminal does not break it within one.</summary>
static class WrappedText
{
    /// <summary>Lines of at most <paramref name="width"/> characters, unless a word is longer; those after the first are indented by two more.</summary>
    public static void Write(TextWriter to, string text, int width, int indent)
    {
        var line = new string(' ', indent);
        var empty = true;
        foreach (var word in text.Split(' '))
        {
            if (!empty && line.Length + 1 + word.Length > width)
            {
                to.WriteLine(line);
                line = new string(' ', indent + 2);
                empty = true;
            }

            line += empty ? word : " " + word;
            empty = false;
        }

        to.WriteLine(line);
    }
}
