namespace Homeward.Interop.Tests;

/// <summary>An in-memory DuckDB: somebody else's arithmetic over our files.</summary>
/// <example><code>
/// using var duck = new DuckDb();
/// var rows = duck.Query($"SELECT count(*) FROM read_parquet({DuckDb.Quote(path)})").Scalar.GetInt64();
/// </code></example>
public sealed class DuckDb : IDisposable
{
    readonly NodeEngine engine = new("duckdb.mjs");

    /// <param name="threads">Threads DuckDB may use.</param>
    public DuckDb(int threads = 2) => Query($"SET threads = {threads}; SET TimeZone = 'UTC'");

    /// <summary>Runs one or more statements; tables and views stay until this is disposed of.</summary>
    /// <returns>The rows of the last statement.</returns>
    /// <exception cref="EngineException">DuckDB refused; the message is its own.</exception>
    public QueryResult Query(string sql) => QueryResult.From(engine.Ask(new { sql }));

    /// <summary>A text as SQL literal: paths, mostly.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    public void Dispose() => engine.Dispose();
}
