using Homeward.Columns;

namespace Homeward.Reference.Tests;

public class SettingsTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("\uFEFF{ /* all defaults */ }")]
    [InlineData("""{"closedThrough": null}""")]
    public void EmptyObject_Settings_AreTheDefaults(string json)
    {
        var settings = new Region().With("settings.json", json).Load().Settings;
        Assert.Equal(new Settings(), settings);
        Assert.Equal((0.20, 10, 0.30, 10), (settings.RejectionShare, settings.RejectionRows, settings.RowCountChange, settings.RowCountRows));
        Assert.Equal((28, 14, 30, 14), (settings.ReviewDays, settings.EarlyReviewDays, settings.ReadmissionDays, settings.ShortReadmissionDays));
        Assert.Equal((50, 21, 90, true), (settings.DistanceKm, settings.CutOffDay, settings.LandingDays, settings.ExactTotals));
        Assert.Null(settings.ClosedThrough);
    }

    [Fact]
    public void EverySetting_Given_IsRead()
    {
        var data = new Region().With("settings.json", """
            {"closedThrough": "2025-03", "rejectionShare": 0.1, "rejectionRows": 5, "rowCountChange": 1, "rowCountRows": 0, "reviewDays": 14,
             "earlyReviewDays": 7, "readmissionDays": 59, "shortReadmissionDays": 7, "distanceKm": 80, "cutOffDay": 28, "landingDays": 30, "exactTotals": false,
             "colour": "blue"}
            """).Load();
        Assert.Equal(
            new Settings
            {
                ClosedThrough = new Month(2025, 3),
                RejectionShare = 0.1,
                RejectionRows = 5,
                RowCountChange = 1,
                RowCountRows = 0,
                ReviewDays = 14,
                EarlyReviewDays = 7,
                ReadmissionDays = 59,
                ShortReadmissionDays = 7,
                DistanceKm = 80,
                CutOffDay = 28,
                LandingDays = 30,
                ExactTotals = false,
            },
            data.Settings);
        Assert.Contains("settings.json: ignored unknown setting colour.", data.Notes);
    }

    [Theory]
    [InlineData("""{"closedThrough": "March"}""", "closedThrough \"March\" is not a month")]
    [InlineData("""{"closedThrough": 3}""", "closedThrough 3 is not a month")]
    [InlineData("""{"rejectionShare": 20}""", "rejectionShare 20 is out of range: expected a share from 0 to 1")]
    [InlineData("""{"rejectionRows": -1}""", "rejectionRows -1 is out of range")]
    [InlineData("""{"rowCountChange": "0.3"}""", "rowCountChange \"0.3\" is out of range")]
    [InlineData("""{"rowCountRows": 1.5}""", "rowCountRows 1.5 is out of range")]
    [InlineData("""{"reviewDays": 0}""", "reviewDays 0 is out of range: expected a whole number from 1 to 366")]
    [InlineData("""{"earlyReviewDays": 0}""", "earlyReviewDays 0 is out of range")]
    [InlineData("""{"readmissionDays": 60}""", "readmissionDays 60 is out of range")]
    [InlineData("""{"shortReadmissionDays": 0}""", "shortReadmissionDays 0 is out of range")]
    [InlineData("""{"distanceKm": 0}""", "distanceKm 0 is out of range")]
    [InlineData("""{"cutOffDay": 31}""", "cutOffDay 31 is out of range: expected a whole number from 1 to 28")]
    [InlineData("""{"landingDays": 0}""", "landingDays 0 is out of range")]
    [InlineData("""{"exactTotals": "yes"}""", "exactTotals \"yes\" is neither true nor false")]
    [InlineData("[]", "expected an object, such as {}, found Array")]
    [InlineData("{\n\"cutOffDay\": }", "not JSON, line 2")]
    public void Setting_OutOfRange_IsRefused(string json, string problem) =>
        Assert.Contains(problem, Assert.Single(new Region().With("settings.json", json).Problems()), StringComparison.Ordinal);
}
