using CsvHelper;
using Homeward.Columns.Csv;

namespace Homeward.Columns.Tests.Csv;

/// <summary>Other readers' opinions on generated and damaged files, for every way of finding separators and for batches of any size.</summary>
public class CsvOracleTests
{
    static readonly TokenizerPath[] Paths =
        [TokenizerPath.Scalar, TokenizerPath.Vector128, TokenizerPath.Vector256, TokenizerPath.Vector512, TokenizerPath.Widest];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Read_WellFormedFile_AgreesWithCsvHelper(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 150; round++)
        {
            var columns = random.Next(1, 9);
            var file = CsvMutations.WellFormed(random, columns, random.Next(0, 60));
            var oracle = CsvHelperOracle.Read(file);

            var table = Columns.Csv.CsvReader.Read(new MemoryStream(file), Specs(columns));

            Assert.Null(table.Fault);
            Assert.Null(oracle.Stopped);
            AssertSame(oracle.Rows, table, columns);
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Read_DamagedFile_AgreesWithCsvHelper(int seed)
    {
        var random = new Random(seed);
        var stops = new Dictionary<CsvFaultKind, int>();
        for (var round = 0; round < 600; round++)
        {
            var columns = random.Next(1, 6);
            var file = CsvMutations.Mutate(random, CsvMutations.WellFormed(random, columns, random.Next(1, 30)));
            var table = Columns.Csv.CsvReader.Read(new MemoryStream(file), Specs(6));
            if (DialectsDiffer(file) || table.Fault?.Kind is CsvFaultKind.NotUtf8 or CsvFaultKind.DuplicateHeader or CsvFaultKind.Empty)
            {
                continue;
            }

            var oracle = CsvHelperOracle.Read(file);

            Assert.Equal(
                oracle.Stopped,
                table.Fault?.Kind switch
                {
                    null => null,
                    CsvFaultKind.RaggedRow => CsvMalformedReason.FieldCountMismatch,
                    CsvFaultKind.UnclosedQuote => CsvMalformedReason.UnterminatedQuote,
                    var kind => throw new InvalidOperationException($"{kind}"),
                });
            AssertSame(oracle.Rows, table, columns: 6);
            stops[table.Fault?.Kind ?? CsvFaultKind.Empty] = stops.GetValueOrDefault(table.Fault?.Kind ?? CsvFaultKind.Empty) + 1;
        }

        Assert.All([CsvFaultKind.Empty, CsvFaultKind.RaggedRow, CsvFaultKind.UnclosedQuote], kind => Assert.InRange(stops[kind], 10, 500));
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public void Read_DamagedFile_AgreesWithNaiveReader(int seed)
    {
        var random = new Random(seed);
        var (faults, tooLong) = (0, 0);
        for (var round = 0; round < 300; round++)
        {
            var columns = random.Next(1, 6);
            var file = CsvMutations.Mutate(random, CsvMutations.WellFormed(random, columns, random.Next(1, round % 10 == 0 ? 300 : 30)));
            var naive = NaiveCsv.Read(file);

            // A buffer takes a whole row: small ones make a file many batches, but only where no row is longer.
            var limits = new CsvLimits { RowBytes = round % 2 == 0 ? 200 : 4096 };
            if (Columns.Csv.CsvReader.Read(new MemoryStream(file), Specs(6), limits, new CsvTuning()).Fault?.Kind == CsvFaultKind.RowTooLong)
            {
                limits = new() { RowBytes = 4096 };
                tooLong++;
            }

            foreach (var path in Paths)
            {
                var table = Columns.Csv.CsvReader.Read(new TrickleStream(file, random.Next(1, 200)), Specs(6), limits, new CsvTuning(path, random.Next(1, 3000), random.Next(1, 4)));

                AssertSame(naive, table, columns: 6);
            }

            faults += naive.Fault is null ? 0 : 1;
        }

        Assert.InRange(faults, 60, 240);
        Assert.InRange(tooLong, 0, 75);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData(" \n")]
    public void Read_BlankLines_AgreesWithNaiveReaderWhereverABatchStarts(string blank)
    {
        var file = System.Text.Encoding.UTF8.GetBytes("C0,C1\n" + string.Concat(Enumerable.Range(0, 3_000).Select(i => i % 97 == 0 ? "1,2\n" : blank)));
        foreach (var path in Paths)
        {
            AssertSame(NaiveCsv.Read(file), Columns.Csv.CsvReader.Read(new MemoryStream(file), Specs(6), new CsvLimits { RowBytes = 50 }, new CsvTuning(path, 10, 1)), columns: 6);
        }
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void Read_TightLimits_GivesTheSameHoweverTheFileIsCut(int seed)
    {
        var random = new Random(seed);
        var kinds = new HashSet<CsvFaultKind?>();
        for (var round = 0; round < 500; round++)
        {
            var columns = random.Next(1, 6);
            var file = CsvMutations.Mutate(random, CsvMutations.WellFormed(random, columns, random.Next(1, 30)));
            var limits = new CsvLimits
            {
                FieldBytes = random.Next(8, 70),
                RowBytes = random.Next(20, 150),
                Rows = random.Next(1, 60),
                FileBytes = random.Next(20, 2 * file.Length + 21),
            };
            var expected = Columns.Csv.CsvReader.Read(new MemoryStream(file), Specs(6), limits, new CsvTuning(TokenizerPath.Scalar, 1 << 16, 1));
            foreach (var path in Paths)
            {
                var table = Columns.Csv.CsvReader.Read(new TrickleStream(file, random.Next(1, 50)), Specs(6), limits, new CsvTuning(path, random.Next(1, 100), random.Next(1, 4)));

                Assert.Equal(expected.Fault, table.Fault);
                Assert.Equal(expected.Lines, table.Lines);
                Assert.Equal(Values(expected, 6), Values(table, 6));
            }

            kinds.Add(expected.Fault?.Kind);
        }

        Assert.Superset(
            new HashSet<CsvFaultKind?>
            {
                null, CsvFaultKind.FieldTooLong, CsvFaultKind.RowTooLong, CsvFaultKind.FileTooLarge, CsvFaultKind.TooManyRows,
                CsvFaultKind.RaggedRow, CsvFaultKind.UnclosedQuote, CsvFaultKind.NotUtf8,
            },
            kinds);
    }

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    public void Read_RandomBytes_NeverThrows(int seed)
    {
        var random = new Random(seed);
        CsvColumnSpec[] specs = [.. Enum.GetValues<CsvType>().Select(type => new CsvColumnSpec($"C{(int)type}", $"C{(int)type}", type, 9, 2))];
        var alphabet = "\",\n\r 0123456789-/:TZ.+x\0\u00E9\u00FF"u8.ToArray();
        for (var round = 0; round < 2000; round++)
        {
            var bytes = new byte[random.Next(400)];
            random.NextBytes(bytes);
            byte[] file = [.. "C0,C1,C2,C3,C4\n"u8, .. round % 2 == 0 ? bytes : bytes.Select(value => alphabet[value % alphabet.Length])];

            var table = Columns.Csv.CsvReader.Read(new MemoryStream(file), specs, new CsvLimits { RowBytes = 300, FieldBytes = 100 }, new CsvTuning(BatchBytes: 50, Threads: 3));

            Assert.All(table.Columns, column => Assert.Equal(table.RowCount, column.Values.Count));
        }
    }

    static void AssertSame(NaiveCsv naive, CsvTable table, int columns)
    {
        if (table.Fault?.Message.Contains("UTF-16", StringComparison.Ordinal) == true || table.Fault?.Kind is CsvFaultKind.DuplicateHeader or CsvFaultKind.OtherLineBreak or CsvFaultKind.OtherSeparator)
        {
            // The naive reader does not look at names, nor guess encodings.
            return;
        }

        Assert.Equal(naive.Fault, table.Fault is null ? null : (table.Fault.Kind, table.Fault.Line));
        AssertSame(naive.Rows, table, columns);
    }

    /// <summary>The rows, the first of which is the header, hold the same values on the same lines as the table.</summary>
    static void AssertSame(List<(int Line, string[] Values)> rows, CsvTable table, int columns)
    {
        Assert.Equal(rows.Skip(1).Select(row => row.Line), table.Lines);
        for (var column = 0; column < columns; column++)
        {
            var header = rows.Count == 0 ? -1 : Array.FindIndex(rows[0].Values, name => string.Equals(name, $"C{column}", StringComparison.OrdinalIgnoreCase));
            Assert.True(header >= 0 == table.Find($"C{column}") is not null, System.Text.Json.JsonSerializer.Serialize(rows.Take(3).Select(r => r.Values)) + table.Fault);
            if (header >= 0)
            {
                Assert.Equal(rows.Skip(1).Select(row => row.Values[header]), CsvSample.Texts(table, $"C{column}").Select(text => text ?? ""));
            }
        }
    }

    /// <summary>CsvHelper ends a row at a carriage return alone, and opens quotes behind spaces; ours does neither.</summary>
    static bool DialectsDiffer(ReadOnlySpan<byte> file) =>
        file.IndexOf(" \""u8) >= 0 || file.Count((byte)'\r') != file.Count("\r\n"u8);

    static CsvColumnSpec[] Specs(int columns) => [.. Enumerable.Range(0, columns).Select(column => CsvSample.Text($"C{column}"))];

    static List<string> Values(CsvTable table, int columns) =>
        [.. Enumerable.Range(0, columns).SelectMany(column => table.Find($"C{column}") is null ? [] : CsvSample.Texts(table, $"C{column}").Select(text => text ?? ""))];
}
