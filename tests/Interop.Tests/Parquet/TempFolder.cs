namespace Homeward.Interop.Tests.Parquet;

/// <summary>A folder that is gone after the test.</summary>
sealed class TempFolder : IDisposable
{
    readonly string path = Directory.CreateTempSubdirectory("homeward-interop-").FullName;

    public string this[string file] => Path.Combine(path, file);

    public string Put(string file, byte[] bytes)
    {
        File.WriteAllBytes(this[file], bytes);
        return this[file];
    }

    public void Dispose() => Directory.Delete(path, recursive: true);
}
