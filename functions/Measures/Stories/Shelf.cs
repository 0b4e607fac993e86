namespace Homeward.Measures.Stories;

/// <summary>A list whose items are used again: a run looks at millions of people, one after the other.</summary>
sealed class Shelf<T>
    where T : class, new()
{
    T[] items = [];

    public int Count { get; private set; }

    public T this[int index] => items[index];

    public ReadOnlySpan<T> Items => items.AsSpan(0, Count);

    /// <summary>The next item; whatever it held before is still in it.</summary>
    public T Next()
    {
        if (Count == items.Length)
        {
            var filled = Count;
            Array.Resize(ref items, Math.Max(4, filled * 2));
            for (var i = filled; i < items.Length; i++)
            {
                items[i] = new();
            }
        }

        return items[Count++];
    }

    public void Clear() => Count = 0;
}
