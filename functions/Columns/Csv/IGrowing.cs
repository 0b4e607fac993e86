namespace Homeward.Columns.Csv;

/// <summary>The values of a column while the file is read.</summary>
interface IGrowing<T>
{
    /// <summary>Room for the next <paramref name="count"/> values, to be filled and then kept.</summary>
    Span<T> Next(int count);

    /// <summary>Keeps the values that <see cref="Next"/> made room for.</summary>
    void Keep();

    /// <summary>All values; the sequence is empty afterwards.</summary>
    T[] Take();
}
