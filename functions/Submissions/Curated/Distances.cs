using System.Text;
using Homeward.Columns;
using Homeward.Reference;
using Homeward.Submissions.Curated.People;

namespace Homeward.Submissions.Curated;

/// <summary>Distance from home to the site of each row (domain.md §11), from exact places, which are written nowhere.</summary>
static class Distances
{
    const int Unknown = -1;

    /// <param name="patientRows">Per row its patient.</param>
    /// <param name="month">A site that closed within the month still has its place.</param>
    public static Int32Column Of(int[] patientRows, Residence residence, TextColumn sites, ReferenceData reference, Month month)
    {
        var found = PerCode.Of(sites, utf8 => Find(Encoding.UTF8.GetString(utf8), reference, month));
        var eastings = Array.ConvertAll(found, site => site?.Easting ?? Residence.Nowhere);
        var northings = Array.ConvertAll(found, site => site?.Northing ?? Residence.Nowhere);
        var codes = sites.Codes;
        var distances = GC.AllocateUninitializedArray<int>(codes.Length);
        for (var row = 0; row < distances.Length; row++)
        {
            var (patient, site) = (patientRows[row], codes[row]);
            distances[row] = patient < 0 || site < 0
                || residence.Easting[patient] == Residence.Nowhere || residence.Northing[patient] == Residence.Nowhere
                || eastings[site] == Residence.Nowhere || northings[site] == Residence.Nowhere
                ? Unknown
                : Distance.Km(residence.Easting[patient], residence.Northing[patient], eastings[site], northings[site]);
        }

        return NullableColumns.Int32("distance_km", distances, Unknown);
    }

    static Site? Find(string site, ReferenceData reference, Month month) =>
        reference.Site(site, month.LastDay) ?? reference.Site(site, month.FirstDay);
}
