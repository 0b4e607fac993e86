using Homeward.Benchmarks.Running;
using Homeward.Columns.Parquet;

namespace Homeward.Benchmarks.Jobs;

/// <summary>Our side of the parquet comparison.</summary>
static class ParquetJobs
{
    /// <summary>Reads a table into memory, and measures writing it.</summary>
    public static void Measure(string source, string made)
    {
        var table = ParquetReader.Open(File.ReadAllBytes(source)).Read();
        JobResult.Measure(() => File.WriteAllBytes(made, ParquetWriter.Write(table)), made);
    }
}
