namespace Homeward.Interop.Tests;

public sealed class DuckDbTests : IDisposable
{
    readonly DuckDb duck = new();

    [Fact]
    public void Query_EveryType_GivesCanonicalJson()
    {
        var result = duck.Query("""
            SELECT 9007199254740993::BIGINT, 12.30::DECIMAL(18,2), -0.05::DECIMAL(9,2), DATE '2024-02-29', TIMESTAMPTZ '2024-02-29 12:34:56.789Z',
                   'NaN'::DOUBLE, -0.0::DOUBLE, 0.1::DOUBLE, true, 'é"😀', NULL, sum(1)
            """);
        Assert.Equal(
            ["9007199254740993", "12.30", "-0.05", "\"2024-02-29\"", "\"2024-02-29T12:34:56.789Z\"", "\"NaN\"", "-0.0", "0.1", "true", "\"é\\\"😀\"", "null", "1"],
            result.Rows.Single().Select(cell => cell.ValueKind == System.Text.Json.JsonValueKind.Null ? "null" : cell.GetRawText()));
        Assert.Equal("DECIMAL(18,2)", result.Columns[1].Type);
    }

    [Fact]
    public void Query_SeveralStatements_GivesTheRowsOfTheLast()
    {
        duck.Query("CREATE TABLE t (a INTEGER); INSERT INTO t VALUES (1), (2)");
        Assert.Equal(3, duck.Query("INSERT INTO t VALUES (3); SELECT count(*) FROM t").Scalar.GetInt32());
        Assert.Equal([3, 2, 1], duck.Query("SELECT a FROM t ORDER BY a DESC")["a"].Select(cell => cell.GetInt32()));
    }

    [Fact]
    public void Query_WrongSql_ThrowsItsMessageAndGoesOn()
    {
        Assert.Contains("nowhere", Assert.Throws<EngineException>(() => duck.Query("SELECT * FROM nowhere")).Message, StringComparison.Ordinal);
        Assert.Equal(1, duck.Query("SELECT 1").Scalar.GetInt32());
    }

    public void Dispose() => duck.Dispose();
}
