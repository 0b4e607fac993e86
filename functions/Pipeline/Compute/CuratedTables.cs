using Homeward.Columns;
using Homeward.Columns.Parquet;
using Homeward.Lake;
using Homeward.Lake.Ledger;
using Homeward.Measures;

namespace Homeward.Pipeline.Compute;

/// <summary>Reads columns of the write-once files that the ledger names; shared by the periods of one process.</summary>
public sealed class CuratedTables(ILakeStore store, long cacheBytes = 1L << 28)
{
    /// <summary>Providers are read side by side, and measures look every text up.</summary>
    static readonly ParquetReadOptions Reading = new(Alone: true, RepeatedTexts: true);

    readonly ColumnCache cache = new(cacheBytes);

    /// <summary>The reader of one published submission.</summary>
    public CuratedTableReader Of(SubmissionRow row)
    {
        var version = LakePaths.Version(row.Provider, row.Period, row.Upload, row.ContentSha256!);
        return (table, columns) => Read(version.File($"{table}.parquet"), table, columns);
    }

    Table Read(LakePath path, string table, IReadOnlyList<string> columns)
    {
        var file = path.ToString();
        var found = columns.Select(column => cache.Find(file, column)).ToArray();
        var missing = columns.Where((_, i) => found[i] is null).ToArray();
        if (missing.Length > 0)
        {
            var decoded = Decode(path, missing);
            for (var i = 0; i < found.Length; i++)
            {
                found[i] ??= decoded[columns[i]];
            }

            foreach (var column in decoded.Columns)
            {
                cache.Add(file, column);
            }
        }

        return new Table(table, found!);
    }

    Table Decode(LakePath path, string[] columns)
    {
        // Measures read in the middle of a computation, which is synchronous; a folder answers at once.
        var file = store.Get(path).GetAwaiter().GetResult()
            ?? throw new InvalidDataException($"{path} is missing though the ledger names it: restore it, or rebuild the lake from landing.");
        try
        {
            return ParquetReader.Open(file.Bytes).Read(columns, options: Reading);
        }
        catch (ParquetException e)
        {
            throw new InvalidDataException($"{path} cannot be read: {e.Message} Restore it, or rebuild the lake from landing.", e);
        }
    }
}
