using System.Text;
using Homeward.Columns.Csv;
using static Homeward.Columns.Tests.Csv.CsvSample;

namespace Homeward.Columns.Tests.Csv;

public class CsvFaultTests
{
    [Theory]
    [InlineData("", CsvFaultKind.Empty, 1, 0)]
    [InlineData("\n \n\r\n", CsvFaultKind.Empty, 1, 0)]
    [InlineData("\uFEFF", CsvFaultKind.Empty, 1, 0)]
    [InlineData("A,B,a\n1,2,3\n", CsvFaultKind.DuplicateHeader, 1, 0)]
    [InlineData("A;B\n1;2\n", CsvFaultKind.OtherSeparator, 1, 0)]
    [InlineData("\"A\"\tB\r\n1\t2\r\n", CsvFaultKind.OtherSeparator, 1, 0)]
    [InlineData("A,B\r1,2\r3,4\r", CsvFaultKind.OtherLineBreak, 1, 0)]
    [InlineData("A,\"B\"\r1,2", CsvFaultKind.OtherLineBreak, 1, 0)]
    [InlineData("A,B\n1,2\n3\n4,5\n", CsvFaultKind.RaggedRow, 3, 1)]
    [InlineData("A,B\n1,2\n\n3,4,5\n", CsvFaultKind.RaggedRow, 4, 1)]
    [InlineData("A,B\n1,2\n\"3\n", CsvFaultKind.UnclosedQuote, 3, 1)]
    [InlineData("A,B\n1,2\n\"3\n\",\"4\n\n", CsvFaultKind.UnclosedQuote, 4, 1)]
    [InlineData("A,\"B\n", CsvFaultKind.UnclosedQuote, 1, 0)]
    [InlineData("A,B\n1,2\n\"3\n\0\",4\n5,6\n", CsvFaultKind.NotUtf8, 4, 1)]
    public void Read_UnusableFile_SaysWhereAndKeepsTheRowsBefore(string file, CsvFaultKind kind, int line, int rows)
    {
        var table = Read(file, Text("A"), Text("B"));

        Assert.Equal((kind, line, rows), (table.Fault!.Kind, table.Fault.Line, table.RowCount));
        Assert.EndsWith(".", table.Fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Windows1252_IsNotUtf8AtItsLine()
    {
        var table = Read([.. "A,B\n1,2\ncaf"u8, 0xE9, .. ",3\n"u8], Text("A"), Text("B"));

        Assert.Equal((CsvFaultKind.NotUtf8, 3, 1), (table.Fault!.Kind, table.Fault.Line, table.RowCount));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Read_Utf16_SaysSo(bool bigEndian, bool mark)
    {
        var encoding = new UnicodeEncoding(bigEndian, mark);

        var table = Read([.. encoding.GetPreamble(), .. encoding.GetBytes("A,B\r\n1,2\r\n")], Text("A"), Text("B"));

        Assert.Equal(CsvFaultKind.NotUtf8, table.Fault!.Kind);
        Assert.Contains("UTF-16", table.Fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ZipOfCsv_SaysSo()
    {
        var table = Read([.. "PK"u8, 3, 4, 20, 0, 0, 0], Text("A"));

        Assert.Contains("zip", table.Fault!.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, CsvFaultKind, int, int> Limits => new()
    {
        { "A,B\n1,2\n" + new string('x', 17) + ",2\n", CsvFaultKind.FieldTooLong, 3, 1 },
        { "A,B\n1,2\n\"" + new string('x', 17) + "\",2\n", CsvFaultKind.FieldTooLong, 3, 1 },
        { "A,B\n1,2\n\"" + new string('\n', 17) + "\",2\n", CsvFaultKind.FieldTooLong, 3, 1 },
        { "A,B\n1,2\n3,\"" + new string('\n', 40) + "\",2\n", CsvFaultKind.UnclosedQuote, 3, 1 },
        { "A,B\n1,2\n" + string.Concat(Enumerable.Repeat("1234567890,", 4)) + "\n", CsvFaultKind.RowTooLong, 3, 1 },
        { "A,B,C,D\n1,2,3,4\n", CsvFaultKind.TooManyColumns, 1, 0 },
        { "A,B\n1,2\n3,4\n5,6\n\n7,8\n", CsvFaultKind.TooManyRows, 6, 3 },
        { "A,B\n1,2\n3,4\n" + string.Concat(Enumerable.Repeat(new string(' ', 20) + "\n", 5)), CsvFaultKind.FileTooLarge, 8, 2 },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void Read_LimitPassed_SaysWhich(string file, CsvFaultKind kind, int line, int rows)
    {
        var limits = new CsvLimits { FieldBytes = 16, RowBytes = 32, Columns = 3, Rows = 3, FileBytes = 100 };

        var table = Read(file, limits, Text("A"), Text("B"));

        Assert.Equal((kind, line, rows), (table.Fault!.Kind, table.Fault.Line, table.RowCount));
    }

    [Fact]
    public void Read_ExactlyAtEveryLimit_Passes()
    {
        var file = "A,B,C\n" + new string('x', 16) + ",\"" + new string('y', 7) + "\",12345\r\n\n";
        var limits = new CsvLimits { FieldBytes = 16, RowBytes = 32, Columns = 3, Rows = 1, FileBytes = file.Length };

        var table = Read(file, limits, Text("A"), Text("B"));

        Assert.Null(table.Fault);
        Assert.Equal(1, table.RowCount);
    }
}
