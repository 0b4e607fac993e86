using Homeward.Columns;

namespace Homeward.Reference;

/// <summary>The postcodes of a deployment, kept as columns: a national directory has millions.</summary>
sealed class Places(
    Dictionary<ulong, int> rows,
    TextColumn postcodes,
    Int32Column? eastings,
    Int32Column? northings,
    TextColumn? lsoas,
    TextColumn? icbs,
    Int32Column? deciles)
{
    public static Places None { get; } = new([], TextColumn.From("postcode", []), null, null, null, null, null);

    /// <summary>ICB codes that the postcodes name.</summary>
    public IEnumerable<string> Icbs
    {
        get
        {
            for (var code = 0; code < (icbs?.Pool.Count ?? 0); code++)
            {
                yield return icbs!.Pool.Text(code).ToUpperInvariant();
            }
        }
    }

    /// <param name="key"><see cref="Postcode.Key"/>.</param>
    public Place? Find(ulong key)
    {
        if (key == 0 || !rows.TryGetValue(key, out var row) || !Postcode.TryNormalise(postcodes[row], out var postcode))
        {
            return null;
        }

        // A grid reference of 0 0 lies in the sea: the directory's way to say that there is none.
        var easting = eastings?[row];
        var northing = northings?[row];
        var nowhere = easting == 0 && northing == 0;
        return new Place(
            postcode,
            nowhere ? null : easting,
            nowhere ? null : northing,
            lsoas?[row],
            icbs?[row]?.ToUpperInvariant(),
            deciles?[row]);
    }
}
