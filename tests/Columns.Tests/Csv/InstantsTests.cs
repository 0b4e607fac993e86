using System.Globalization;
using System.Text;
using Homeward.Columns.Csv;

namespace Homeward.Columns.Tests.Csv;

public class InstantsTests
{
    [Theory]
    [InlineData("2024-01-15T09:30", "2024-01-15T09:30:00.000Z")]
    [InlineData("2024-01-15 09:30:15", "2024-01-15T09:30:15.000Z")]
    [InlineData("2024-07-15T09:30:15", "2024-07-15T08:30:15.000Z")]
    [InlineData("2024-07-15T09:30:15.1", "2024-07-15T08:30:15.100Z")]
    [InlineData("2024-07-15T09:30:15.123456789", "2024-07-15T08:30:15.123Z")]
    [InlineData("2024-07-15T09:30Z", "2024-07-15T09:30:00.000Z")]
    [InlineData("2024-07-15T09:30:15.5z", "2024-07-15T09:30:15.500Z")]
    [InlineData("2024-07-15T09:30+01:00", "2024-07-15T08:30:00.000Z")]
    [InlineData("2024-07-15T09:30:00-0530", "2024-07-15T15:00:00.000Z")]
    [InlineData("2024-07-15T09:30:00+02", "2024-07-15T07:30:00.000Z")]
    [InlineData("1969-12-31T23:59:59.999", "1969-12-31T23:59:59.999Z")]
    // The clock goes forward at 01:00 on 31 March 2024: 01:30 is read as half an hour after that.
    [InlineData("2024-03-31T00:59:59", "2024-03-31T00:59:59.000Z")]
    [InlineData("2024-03-31T01:30", "2024-03-31T01:30:00.000Z")]
    [InlineData("2024-03-31T02:00", "2024-03-31T01:00:00.000Z")]
    // It goes back at 02:00 on 27 October 2024: 01:30 comes twice and is read as the first.
    [InlineData("2024-10-27T00:30", "2024-10-26T23:30:00.000Z")]
    [InlineData("2024-10-27T01:30", "2024-10-27T00:30:00.000Z")]
    [InlineData("2024-10-27T02:00", "2024-10-27T02:00:00.000Z")]
    public void TryParse_Iso8601_IsAnInstant(string text, string expected)
    {
        Assert.True(Instants.TryParse(Encoding.UTF8.GetBytes(text), out var milliseconds));
        Assert.Equal(expected, DateTime.UnixEpoch.AddMilliseconds(milliseconds).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2024-01-15")]
    [InlineData("2024-01-15T09")]
    [InlineData("2024-01-15T09:3")]
    [InlineData("2024-01-15T24:00")]
    [InlineData("2024-01-15T09:60")]
    [InlineData("2024-01-15T09:30:60")]
    [InlineData("2024-01-15T09:30:1")]
    [InlineData("2024-01-15T09:30:15.")]
    [InlineData("2024-01-15T09:30.5")]
    [InlineData("2024-01-15T09:30:15 Z")]
    [InlineData("2024-01-15T09:30:15+1")]
    [InlineData("2024-01-15T09:30:15+15:00")]
    [InlineData("2024-01-15T09:30:15+01:60")]
    [InlineData("2024-01-15T09:30:15+01:00x")]
    [InlineData("2024-01-15T09:30:15x")]
    [InlineData("2024-02-30T09:30")]
    [InlineData("15/01/2024 09:30")]
    [InlineData("20240115T0930")]
    [InlineData("")]
    public void TryParse_AnythingElse_IsRefused(string text) => Assert.False(Instants.TryParse(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void TryParse_EveryHourSince1996_IsLondonTime()
    {
        var london = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
        for (var local = new DateTime(1996, 1, 1, 0, 30, 0); local.Year < 2038; local = local.AddHours(1))
        {
            if (london.IsInvalidTime(local) || london.IsAmbiguousTime(local))
            {
                continue;
            }

            Assert.True(Instants.TryParse(Encoding.UTF8.GetBytes(local.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)), out var milliseconds));
            Assert.Equal(local - london.GetUtcOffset(local), DateTime.UnixEpoch.AddMilliseconds(milliseconds));
        }
    }
}
