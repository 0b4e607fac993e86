using Homeward.Submissions.Specification;

namespace Homeward.Submissions.Checking.Reading;

/// <summary>Tells how far the reading is: at each table, and every few megabytes of a large one.</summary>
sealed class ReadingProgress(IProgress<CheckProgress>? progress, long? bytesInAll)
{
    const long Step = 8 * 1024 * 1024;

    long bytes;
    long told;
    int tables;
    string table = "";

    public void Begin(TableSpec spec)
    {
        table = spec.Name;
        Tell();
    }

    public void End()
    {
        tables++;
        Tell();
    }

    public void Advance(int read)
    {
        bytes += read;
        if (bytes - told >= Step)
        {
            Tell();
        }
    }

    void Tell()
    {
        told = bytes;
        progress?.Report(new CheckProgress(table, tables, SpecificationTables.All.Count) { BytesRead = bytes, BytesInAll = bytesInAll });
    }
}
