using System.Globalization;
using System.Text;
using Homeward.Columns.Csv;
using static Homeward.Columns.Tests.Csv.CsvSample;

namespace Homeward.Columns.Tests.Csv;

public class CsvReaderTests
{
    static readonly CsvColumnSpec[] AB = [Text("A"), Text("B")];

    [Theory]
    [InlineData("A,B\n1,2\n", "1", "2")]
    [InlineData("A,B\r\n1,2\r\n", "1", "2")]
    [InlineData("A,B\n1,2", "1", "2")]
    [InlineData("A,B\r\n1,2\r", "1", "2")]
    [InlineData("\uFEFFA,B\n1,2", "1", "2")]
    [InlineData("b, a \n2,1", "1", "2")]
    [InlineData("A,B\n  1 , 2  \n", "1", "2")]
    [InlineData("A,B\n\"  1 \",2", "  1 ", "2")]
    [InlineData("A,B\n\"1\"  ,2", "1", "2")]
    [InlineData("A,B\n\t1\t,2", "\t1\t", "2")]
    [InlineData("A,B\n\"1,\"\"x\"\"\",2", "1,\"x\"", "2")]
    [InlineData("A,B\n\"1\n3\",2", "1\n3", "2")]
    [InlineData("A,B\n\"1\r\n3\",\"2\"\r\n", "1\r\n3", "2")]
    [InlineData("A,B\n5\" ward,2", "5\" ward", "2")]
    [InlineData("A,B\n \"1\",2", "\"1\"", "2")]
    [InlineData("A,B\n\"1\"x\"y\",2", "1x\"y\"", "2")]
    [InlineData("A,B\n,2", null, "2")]
    [InlineData("A,B\n\"\",2", null, "2")]
    [InlineData("A,B\n   ,2", null, "2")]
    [InlineData("A,B\n\"\"\"\",2", "\"", "2")]
    [InlineData("A,B\né日本🏥,2", "é日本🏥", "2")]
    public void Read_OneRow_GivesItsValues(string file, string? a, string? b)
    {
        var table = Read(file, AB);

        Assert.Null(table.Fault);
        Assert.Equal([a], Texts(table, "A"));
        Assert.Equal([b], Texts(table, "B"));
    }

    [Fact]
    public void Read_BlankLinesAndQuotedBreaks_KeepsTheLineOfEachRow()
    {
        var table = Read("\n  \nA,B\n\n1,\"x\n\ny\"\n\r\n   \r\n2,\"\"\n3,4", AB);

        Assert.Null(table.Fault);
        Assert.Equal([5, 10, 11], table.Lines);
        Assert.Equal(["1", "2", "3"], Texts(table, "A"));
    }

    [Fact]
    public void Read_OneColumn_SkipsBlankLines()
    {
        var table = Read("A\n1\n\n \n\"\"\n2\n", Text("A"));

        Assert.Equal(["1", null, "2"], Texts(table, "A"));
        Assert.Equal([2, 5, 6], table.Lines);
    }

    [Fact]
    public void Read_UnknownAndMissingHeaders_AreReported()
    {
        var table = Read("x,A,,Y z\n1,2,3,4\n", Text("A"), Text("B"));

        Assert.Equal(["x", "Y z"], table.UnknownHeaders);
        Assert.Null(table.Find("B"));
        Assert.Equal(["2"], Texts(table, "A"));
    }

    [Fact]
    public void Read_TypedColumns_ParsesAndKeepsWhatDoesNot()
    {
        var table = Read(
            "D,T,I,M\n2024-02-29,2024-07-01T10:00,-5,12.3\n29/02/2024,,,\n2023-02-29,noon,1.5,1.234\n",
            Of(CsvType.Date, "D"), Of(CsvType.DateTime, "T"), Of(CsvType.Integer, "I"), Of(CsvType.Decimal, "M", 9, 2));

        Assert.Null(table.Fault);
        var date = (DateColumn)table.Find("D")!.Values;
        Assert.Equal([new DateOnly(2024, 2, 29), new DateOnly(2024, 2, 29), null], Enumerable.Range(0, 3).Select(date.DateAt));
        Assert.Equal([1], table.Find("D")!.Reformatted!.Rows());
        Assert.Equal([2], table.Find("D")!.Unparsable!.Rows());
        Assert.Equal([new CsvFieldFault(2, "2023-02-29")], table.Find("D")!.Kept);
        Assert.Equal(new DateTime(2024, 7, 1, 9, 0, 0), DateTime.UnixEpoch.AddMilliseconds(((TimestampColumn)table.Find("T")!.Values).Values[0]));
        Assert.Equal(-5, ((Int32Column)table.Find("I")!.Values)[0]);
        Assert.Equal(1230, ((DecimalColumn)table.Find("M")!.Values)[0]);
        Assert.Equal(2, table.Find("M")!.Values.NullCount);
        Assert.Equal([2], table.Find("M")!.Unparsable!.Rows());
    }

    [Fact]
    public void Read_HeaderWithoutRows_GivesEmptyColumns()
    {
        var table = Read("A,B", AB);

        Assert.Null(table.Fault);
        Assert.Equal(0, table.RowCount);
        Assert.Equal(2, table.Columns.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1_000_001)]
    public void Read_ManyBlankLinesFirst_FindsTheHeader(int lines)
    {
        var table = Read(string.Concat(Enumerable.Repeat("\n", lines)) + "A,B\n1,2\n", AB);

        Assert.Null(table.Fault);
        Assert.Equal([lines + 2], table.Lines);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Read_ManyBatches_IsTheSameOnAnyNumberOfThreads(int threads)
    {
        var file = new StringBuilder("K,S,D,N\n");
        for (var row = 0; row < 20_000; row++)
        {
            file.Append(CultureInfo.InvariantCulture, $"K{row * 7919 % 20_000:D9},S{row / 3},{(row % 5 == 0 ? "" : "2024-02-11")},{row % 13}\n");
        }

        var specs = new[] { Text("K"), Text("S"), Of(CsvType.Date, "D"), Of(CsvType.Integer, "N") };
        var table = CsvReader.Read(
            new MemoryStream(Encoding.UTF8.GetBytes(file.ToString())), specs, new CsvLimits { RowBytes = 1000 }, new CsvTuning(BatchBytes: 3000, Threads: threads));

        Assert.Null(table.Fault);
        Assert.Equal(Enumerable.Range(0, 20_000).Select(row => $"K{row * 7919 % 20_000:D9}"), Texts(table, "K"));
        Assert.Equal(Enumerable.Range(0, 20_000), ((TextColumn)table.Find("K")!.Values).Codes);
        Assert.Equal(Enumerable.Range(0, 20_000).Select(row => row / 3), ((TextColumn)table.Find("S")!.Values).Codes);
        Assert.Equal(Enumerable.Range(0, 20_000).Where(row => row % 5 == 0), ((DateColumn)table.Find("D")!.Values).Nulls!.Rows());
        Assert.Equal(Enumerable.Range(0, 20_000).Select(row => row % 13), ((Int32Column)table.Find("N")!.Values).Values);
    }

    [Fact]
    public void Read_TinyRows_AreReadThoughABatchHasMoreThanItsIndexTakes()
    {
        const int Rows = 700_000;
        var table = Read("A,B\n" + string.Concat(Enumerable.Repeat(",\n", Rows)), AB);

        Assert.Null(table.Fault);
        Assert.Equal(Rows, table.RowCount);
        Assert.Equal(Rows, table.Find("B")!.Values.NullCount);
        Assert.Equal(Enumerable.Range(2, Rows), table.Lines);
    }

    [Fact]
    public void Read_MoreRows_AllocatesNothingPerFieldBeyondTheColumns()
    {
        long Allocated(int rows)
        {
            var file = Encoding.UTF8.GetBytes("A,B,N\n" + string.Concat(Enumerable.Repeat("\"quoted \"\"text\"\"\",  padded ,12\n", rows)));
            var before = GC.GetAllocatedBytesForCurrentThread();
            var tuning = new CsvTuning(BatchBytes: 20_000, Threads: 1);
            var table = CsvReader.Read(new MemoryStream(file), [.. AB, Of(CsvType.Integer, "N")], new CsvLimits { RowBytes = 1000 }, tuning);
            Assert.Equal(rows, table.RowCount);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Allocated(1000);
        var perRow = (Allocated(200_000) - Allocated(100_000)) / 100_000.0;

        // Four bytes each for three columns and the line number, as much again while they grow.
        Assert.InRange(perRow, 16, 32);
    }

    [Fact]
    public void Read_StreamFails_ThrowsItsException()
    {
        var file = Encoding.UTF8.GetBytes("A,B\n" + string.Concat(Enumerable.Repeat("1,2\n", 1000)));

        Assert.Throws<IOException>(() => CsvReader.Read(new FailingStream(file), AB, new CsvLimits { RowBytes = 100 }, new CsvTuning(BatchBytes: 100)));
    }

    [Fact]
    public void Read_Cancelled_Stops()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();

        Assert.Throws<OperationCanceledException>(() => CsvReader.Read(new MemoryStream("A\n1\n"u8.ToArray()), AB, null, cancel.Token));
    }

    sealed class FailingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            Position > 3000 ? throw new IOException("The disk is gone.") : base.Read(buffer, offset, Math.Min(count, 512));
    }
}
