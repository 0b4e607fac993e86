using Homeward.Columns;
using Homeward.Reference;

namespace Homeward.Submissions.Curated.People;

/// <summary>Where patients live, by their postcodes; nothing is known where the postcode is a hospital site's (PAT007) or a pseudo-postcode.</summary>
sealed class Residence
{
    /// <summary>Stands for an unknown coordinate.</summary>
    public const int Nowhere = int.MinValue;

    readonly TextColumn postcodes;
    readonly Place?[] places;

    public Residence(TextColumn postcodes, ReferenceData reference, DateOnly on)
    {
        this.postcodes = postcodes;
        places = PerCode.Of(postcodes, utf8 => Postcode.IsPseudo(utf8) || reference.IsSitePostcode(utf8, on) ? null : reference.Place(utf8));
        Easting = Rows(place => place.Easting ?? Nowhere, Nowhere);
        Northing = Rows(place => place.Northing ?? Nowhere, Nowhere);
    }

    /// <summary>Metres, exact: for distances only, never written.</summary>
    public int[] Easting { get; }

    /// <inheritdoc cref="Easting"/>
    public int[] Northing { get; }

    /// <summary>Numbers of the ICBs.</summary>
    public int[] Icbs(PooledTexts icbs) => Rows(place => icbs.Add(place.Icb), -1);

    public TextColumn Lsoa()
    {
        var texts = new PooledTexts();
        return texts.Column("lsoa", Rows(place => texts.Add(place.Lsoa), -1));
    }

    public Int32Column RoundedEasting() => Coordinate("home_easting", Easting);

    public Int32Column RoundedNorthing() => Coordinate("home_northing", Northing);

    public Int32Column Decile() => NullableColumns.Int32("imd_decile", Rows(place => place.ImdDecile ?? Nowhere, Nowhere), Nowhere);

    /// <summary>Rounded to 1 km, half away from zero.</summary>
    static Int32Column Coordinate(string name, int[] metres) =>
        NullableColumns.Int32(name, Array.ConvertAll(metres, metre => metre == Nowhere ? Nowhere : (int)Math.Round(metre / 1000.0, MidpointRounding.AwayFromZero) * 1000), Nowhere);

    int[] Rows(Func<Place, int> read, int none)
    {
        var values = Array.ConvertAll(places, place => place is null ? none : read(place));
        return PerCode.Rows(postcodes, values, none);
    }
}
