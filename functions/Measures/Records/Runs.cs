namespace Homeward.Measures.Records;

/// <summary>Records in runs, one run per person.</summary>
/// <param name="Starts">Per person, where its run starts; one more at the end.</param>
sealed record Runs<T>(T[] Rows, int[] Starts)
{
    public ReadOnlySpan<T> Of(int person) => Rows.AsSpan(Starts[person], Starts[person + 1] - Starts[person]);
}
