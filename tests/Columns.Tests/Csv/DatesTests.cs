using System.Globalization;
using System.Text;
using Homeward.Columns.Csv;

namespace Homeward.Columns.Tests.Csv;

public class DatesTests
{
    [Fact]
    public void TryParse_EveryDayOfEveryYear_AgreesWithTheCalendar()
    {
        var buffer = new byte[10];
        for (var date = new DateOnly(Dates.FirstYear, 1, 1); date.Year <= Dates.LastYear; date = date.AddDays(1))
        {
            date.TryFormat(buffer, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            Assert.True(Dates.TryParse(buffer, out var days, out var reformatted));
            Assert.Equal(DateColumn.Days(date), days);
            Assert.False(reformatted);

            date.TryFormat(buffer, out _, "dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);
            Assert.True(Dates.TryParse(buffer, out days, out reformatted));
            Assert.Equal(DateColumn.Days(date), days);
            Assert.True(reformatted);
        }
    }

    [Theory]
    [InlineData("1799-12-31")]
    [InlineData("2201-01-01")]
    [InlineData("2023-02-29")]
    [InlineData("2100-02-29")]
    [InlineData("2024-00-10")]
    [InlineData("2024-13-10")]
    [InlineData("2024-10-00")]
    [InlineData("2024-10-32")]
    [InlineData("2024-1-01")]
    [InlineData("2024-01-1 ")]
    [InlineData("2024/01/01")]
    [InlineData("01-01-2024")]
    [InlineData("32/01/2024")]
    [InlineData("31/04/2024")]
    [InlineData("1/01/2024")]
    [InlineData("2024-01-01T00:00:00")]
    [InlineData("20240101")]
    [InlineData("")]
    public void TryParse_NotADate_IsRefused(string text) => Assert.False(Dates.TryParse(Encoding.UTF8.GetBytes(text), out _, out _));

    [Fact]
    public void TryParse_AnyOtherByteAtAnyPlace_IsRefused()
    {
        foreach (var good in new[] { "2024-02-11", "11/02/2024" })
        {
            for (var at = 0; at < 10; at++)
            {
                for (var value = 0; value < 256; value++)
                {
                    var text = Encoding.UTF8.GetBytes(good);
                    text[at] = (byte)value;
                    var format = good[4] == '-' ? "yyyy-MM-dd" : "dd'/'MM'/'yyyy";
                    var expected = DateOnly.TryParseExact(Encoding.Latin1.GetString(text), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                        && date.Year is >= Dates.FirstYear and <= Dates.LastYear;

                    Assert.Equal(expected, Dates.TryParse(text, out var days, out _));
                    Assert.Equal(expected ? DateColumn.Days(date) : days, days);
                }
            }
        }
    }
}
