namespace Homeward.Cli.Files;

/// <summary>The folder of a demonstration: made anew each time, and only ever emptied where a demonstration made it.</summary>
static class DemoFolder
{
    const string Mark = ".homeward-demo";

    /// <exception cref="InputException">The folder holds something else.</exception>
    public static string Prepare(string folder)
    {
        var path = Path.GetFullPath(folder);
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
        {
            if (!File.Exists(Path.Combine(path, Mark)))
            {
                throw new InputException($"{path} is not empty and was not made by a demonstration: give another folder with --out.");
            }

            Directory.Delete(path, recursive: true);
        }

        Directory.CreateDirectory(path);
        File.WriteAllText(Path.Combine(path, Mark), "Made by 'homeward demo', which may replace this folder.\n");
        return path;
    }
}
