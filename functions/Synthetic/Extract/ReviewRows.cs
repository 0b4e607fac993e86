using Homeward.Columns;
using Homeward.Synthetic.Files;
using Homeward.Synthetic.Story;

namespace Homeward.Synthetic.Extract;

/// <summary>reviews.csv.</summary>
/// <param name="seen">Which stays the extract has; null: all.</param>
sealed class ReviewRows(ProviderRecords records, Month month, Func<Episode, bool>? seen)
{
    public void Write(CsvSink csv)
    {
        foreach (var (known, number, patient) in records.Reviews[month])
        {
            var review = known.Review;
            if (seen is not null && !seen(review.Episode))
                continue;
            csv.Key('V', number).Key('P', patient);
            Stay(csv, review.Episode);
            csv.Text(review.Type).Date(review.Date).Date(review.NextDue).Date(review.PlannedReturn).Text(review.Barrier).End();
        }
    }

    // A stay of one's own by its spell, OrgIDSpell blank being the submitter; a placement by one's own row of oaps.
    void Stay(CsvSink csv, Episode episode)
    {
        if (records.SpellNumber(episode) is { } spell)
            csv.Key('S', spell).Text("").Text("");
        else
            csv.Text("").Text("").Key('O', records.OapNumber(episode) ?? throw new InvalidOperationException("A review of somebody else's stay."));
    }
}
