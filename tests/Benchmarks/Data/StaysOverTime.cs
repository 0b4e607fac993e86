using System.Globalization;
using Homeward.Columns;
using Homeward.Columns.Parquet;
using Homeward.Submissions.Curated;

namespace Homeward.Benchmarks.Data;

/// <summary>Curated ward stays that begin in 36 months, all columns of the curated table: half of them short, some long, some open.</summary>
/// <remarks>Seeded: the same size gives the same bytes.</remarks>
static class StaysOverTime
{
    public const int Months = 36;
    const int MostKeys = 60;

    public static Month First { get; } = new(2022, 9);

    /// <summary>How many columns the file has.</summary>
    public static int Columns => CuratedSchema.Of("ward_stays").Count;

    /// <summary>Makes the file below a folder unless it is there already.</summary>
    public static string Make(string below, int rows)
    {
        var file = Path.Combine(below, string.Create(CultureInfo.InvariantCulture, $"stays-over-time-{rows}.parquet"));
        if (!File.Exists(file))
        {
            File.WriteAllBytes(file + ".part", ParquetWriter.Write(Table(rows)));
            File.Move(file + ".part", file);
        }

        return file;
    }

    static Table Table(int rows)
    {
        var chance = new Random(1);
        var (starts, ends, open) = (new int[rows], new int[rows], new Bits(rows));
        for (var row = 0; row < rows; row++)
        {
            starts[row] = First.Start - 60 + chance.Next(Months * 30 + 75);
            ends[row] = starts[row] + (int)(Math.Pow(chance.NextDouble(), 3) * 200);
            open[row] = chance.Next(40) == 0;
        }

        return new("ward_stays", [.. CuratedSchema.Of("ward_stays").Select(column => column.Name switch
        {
            "start_date_ward_stay" => new DateColumn(column.Name, starts),
            "end_date_ward_stay" => new DateColumn(column.Name, ends, open),
            _ => Filler(column, rows, chance),
        })]);
    }

    /// <summary>Columns that are there and are not read.</summary>
    static Column Filler(CuratedColumn column, int rows, Random chance)
    {
        var numbers = new int[rows];
        for (var row = 0; row < rows; row++)
        {
            numbers[row] = chance.Next(MostKeys);
        }

        return column.Type switch
        {
            ColumnType.Text => Texts(column.Name, numbers),
            ColumnType.Date => new DateColumn(column.Name, numbers),
            _ => new Int32Column(column.Name, numbers),
        };
    }

    static TextColumn Texts(string name, int[] codes)
    {
        var pool = new Utf8PoolBuilder();
        for (var key = 0; key < MostKeys; key++)
        {
            pool.Add([(byte)'K', (byte)('0' + key / 10), (byte)('0' + key % 10)]);
        }

        return new(name, pool.Build(), codes);
    }
}
