using System.Globalization;
using System.Text;
using Homeward.Columns;
using Homeward.Columns.Parquet;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.Pipeline.Tests.Confidentiality;

/// <summary>Marked values of NHS number, birth date and postcode are sent, rightly and wrongly, and searched in every byte of the lake.</summary>
public sealed class EveryByteTests : IDisposable
{
    static readonly Month August = new(2025, 8);
    static readonly DateTime Monday = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);
    static readonly string[] Numbers = [.. Enumerable.Range(0, 8).Select(i => WithCheckDigit(943476000 + (37 * i)))];
    static readonly DateOnly[] Births = [.. Enumerable.Range(0, 8).Select(i => new DateOnly(1971, 3, 17).AddDays(i))];
    static readonly string[] Postcodes = ["SG1 1AA", "SG1 9QX", "SG18 0QQ", "sg19 1zz", "SG1  1AA", "SG99QX1", "SG2 7QJ", "SG3 8QK"];

    readonly SmallWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task WholePipeline_WritesNoIdentifierAnywhere()
    {
        var lake = new SmallLake(world);
        for (var month = August - 1; month <= August; month += 1)
        {
            var created = Monday.AddMonths(month - August);
            Marked(new("RWR", month, "first", created, people: 8)).WriteTo(world.Landing);
            Marked(new("RYK", month, "first", created, people: 8, placed: 5)).WriteTo(world.Landing);
        }

        Marked(new("RYK", August, "faulty", Monday.AddDays(1), people: 8)).Change("patients.csv", "P2,", $"{Numbers[1]},").Change("patients.csv", "1971", "2971").WriteTo(world.Landing);
        Marked(new("RWR", August, "shifted", Monday.AddDays(1), people: 8)).Change("patients.csv", "NHSNumber,NHSNumberStatus,PersonBirthDate,Postcode", "Postcode,PersonBirthDate,NHSNumberStatus,NHSNumber").WriteTo(world.Landing);
        var report = await lake.RunAll();
        await File.WriteAllTextAsync(Path.Combine(world.Landing, "RWR", "2025-08", "first", "oaps.csv"), $"OAPID\n{Numbers[0]}\n");
        await lake.RunAll();
        await lake.Rebuild();

        Assert.Equal(5, report.Ingested.Count(result => result.Row.State == LedgerState.Published));
        Assert.Equal("RYK-2025-08-faulty", Assert.Single(report.Ingested, result => result.Row.State == LedgerState.Rejected).Row.Id);
        var files = Directory.GetFiles(lake.Folder, "*", SearchOption.AllDirectories);
        Assert.True(files.Length > 150);
        Assert.Contains(files, file => file.Contains("worklist", StringComparison.Ordinal));
        Assert.All(files, file => Assert.Equal([], Found(file)));
    }

    [Fact]
    public void Search_WhatIsThere_IsFound()
    {
        var file = world.At("marked.parquet");
        var column = new TextColumnBuilder("a");
        column.Append(Encoding.UTF8.GetBytes($"x{Numbers[3]}"));
        File.WriteAllBytes(file, ParquetWriter.Write(new Table("t", [column.Build()])));
        Assert.Equal([Numbers[3]], Found(file));
        File.WriteAllText(file, $"born {Births[2]:yyyy-MM-dd}, {Postcodes[2]}");
        Assert.Equal(["1971-03-19", "SG18 0QQ"], Found(file));
    }

    /// <summary>Every person has all three; half of the postcodes are unknown or malformed.</summary>
    static SmallUpload Marked(SmallUpload upload)
    {
        var rows = Enumerable.Range(0, 8).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"P{i + 1},{Numbers[i]},01,{Births[i]:yyyy-MM-dd},{Postcodes[i]},1,A,D82001,QM7\n"));
        return upload.With("patients.csv", "LocalPatientID,NHSNumber,NHSNumberStatus,PersonBirthDate,Postcode,GenderIDCode,EthnicCategory,GMPReg,HomeICB\n" + string.Concat(rows));
    }

    static IEnumerable<string> Found(string file)
    {
        var all = SearchableText.Of(file);
        var packed = all.Replace(" ", "", StringComparison.Ordinal);
        return Numbers.Where(number => packed.Contains(number, StringComparison.Ordinal))
            .Concat(Births.Select(birth => birth.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Where(birth => all.Contains(birth, StringComparison.Ordinal)))
            .Concat(Postcodes.Where(postcode => packed.Contains(postcode.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)));
    }

    static string WithCheckDigit(int nine)
    {
        var digits = nine.ToString(CultureInfo.InvariantCulture);
        var check = 11 - (digits.Select((digit, i) => (digit - '0') * (10 - i)).Sum() % 11);
        return check == 10 ? WithCheckDigit(nine + 1) : digits + (check % 11).ToString(CultureInfo.InvariantCulture);
    }
}
