using Homeward.Columns;
using Homeward.Columns.Csv;

namespace Homeward.Reference.Loading;

/// <summary>Reads <c>postcodes.csv</c>, which may be the ONS Postcode Directory itself: millions of rows, kept as columns.</summary>
static class PlaceFile
{
    public const string Name = "postcodes.csv";

    public static Places Read(FolderReader folder)
    {
        var file = !folder.Files.TryGetValue(Name, out var bytes) ? null : ReferenceFile.Read(
            Name,
            bytes,
            folder.Log,
            new("postcode", Alias: "pcds"),
            new("easting", CsvType.Integer, Optional: true, Alias: "oseast1m"),
            new("northing", CsvType.Integer, Optional: true, Alias: "osnrth1m"),
            new("lsoa", Optional: true, Alias: "lsoa21"),
            new("icb_code", Optional: true),
            new("imd_decile", CsvType.Integer, Optional: true));
        return file is null ? Places.None : Index(file, folder.Log);
    }

    static Places Index(ReferenceFile file, LoadLog log)
    {
        var postcodes = (TextColumn)file.Values("postcode")!;
        var rows = new Dictionary<ulong, int>(file.Rows);
        var deciles = file.Values("imd_decile") as Int32Column;
        var malformed = 0;
        for (var row = 0; row < file.Rows; row++)
        {
            var key = Postcode.Key(postcodes.Utf8(row));
            if (key == 0)
            {
                malformed++;
            }
            else if (!rows.TryAdd(key, row))
            {
                file.Problem(row, $"postcode {postcodes[row]} is given twice, also on {file.Where(rows[key])}. Keep one row.");
            }

            if (deciles?[row] is < 1 or > 10)
            {
                file.Problem(row, $"imd_decile {deciles[row]} is out of range: expected 1 to 10.");
            }
        }

        if (malformed > 0)
        {
            log.Note($"{Name}: passed over {malformed} row(s) whose postcode has not the shape of one.");
        }

        return new Places(
            rows,
            postcodes,
            file.Values("easting") as Int32Column,
            file.Values("northing") as Int32Column,
            file.Values("lsoa") as TextColumn,
            file.Values("icb_code") as TextColumn,
            deciles);
    }
}
