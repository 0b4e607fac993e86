namespace Homeward.Interop.Tests.Parquet;

/// <summary>The engines, started once for all tests that share them.</summary>
[CollectionDefinition(nameof(Engines))]
public sealed class Engines : ICollectionFixture<Engines>, IDisposable
{
    public DuckDb DuckDb { get; } = new();

    /// <summary>JavaScript.</summary>
    public NodeEngine Hyparquet { get; } = new("hyparquet.mjs");

    /// <summary>Rust, compiled to WebAssembly.</summary>
    public NodeEngine ParquetWasm { get; } = new("parquet-wasm.mjs");

    public void Dispose()
    {
        DuckDb.Dispose();
        Hyparquet.Dispose();
        ParquetWasm.Dispose();
    }
}
