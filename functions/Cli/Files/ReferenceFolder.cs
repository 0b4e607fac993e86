using Homeward.Reference;

namespace Homeward.Cli.Files;

/// <summary>Reference data in a folder of this machine.</summary>
static class ReferenceFolder
{
    /// <exception cref="InputException">There is no such folder.</exception>
    /// <exception cref="ReferenceException">The files contradict each other.</exception>
    public static ReferenceData Load(DirectoryInfo folder)
    {
        if (!folder.Exists)
        {
            throw new InputException($"The reference folder {folder.FullName} does not exist. 'homeward synth --out DIR' makes an example.");
        }

        var files = folder.EnumerateFiles().Where(file => !file.Name.StartsWith('.'));
        return ReferenceData.Load(files.ToDictionary(file => file.Name, file => File.ReadAllBytes(file.FullName), StringComparer.Ordinal));
    }
}
