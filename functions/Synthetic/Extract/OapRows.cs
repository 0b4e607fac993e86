using Homeward.Columns;
using Homeward.Synthetic.Files;
using Homeward.Synthetic.Story;

namespace Homeward.Synthetic.Extract;

/// <summary>oaps.csv: the provider's own people placed elsewhere, as it knows it; its dates may lie a little inside the receiver's.</summary>
sealed class OapRows
{
    readonly ProviderRecords records;
    readonly Month month;
    readonly List<(Local<Episode> Local, DateOnly Start, DateOnly? End)> rows = [];

    public OapRows(ProviderRecords records, Month month, Func<Episode, bool>? seen)
    {
        (this.records, this.month) = (records, month);
        foreach (var sent in records.Sent[month].Where(sent => seen is null || seen(sent.Event)))
        {
            var (start, end) = SenderDates(sent.Event);
            if (start <= month.LastDay && (end is null || end >= month.FirstDay))
                rows.Add((sent, start, end <= month.LastDay ? end : null));
        }
    }

    public IEnumerable<(int Patient, Person Person)> People => rows.Select(row => (row.Local.Patient, row.Local.Event.Person));

    public void Write(CsvSink csv)
    {
        foreach (var ((episode, number, patient), start, end) in rows)
        {
            var placement = episode.Placement!;
            csv.Key('O', number).Key('P', patient).Text(records.Provider.Code).Text(episode.Provider.Code);
            csv.Text(episode.Parts[0].Ward.Site.Code).Text(placement.Reason).Date(start).Date(end);
            csv.Text(BedCodes.In(month, episode.Parts[0].Ward.BedClass)).Text(end is null ? "" : placement.EndReason);
            csv.Integer(placement.DailyRate == 0 ? null : placement.DailyRate).Date(placement.PlannedReturn).Text(placement.Barrier).End();
        }
    }

    // A lag never crosses a month: a row seen in another month than the receiver's would be a placement of its own there.
    static (DateOnly Start, DateOnly? End) SenderDates(Episode episode)
    {
        var (start, end, lag) = (episode.Start, episode.End, episode.Placement!.SenderLag);
        if (end is { } day && day.DayNumber - start.DayNumber <= 2 * lag)
            return (start, end);
        var later = start.AddDays(lag);
        var earlier = end?.AddDays(-lag);
        return (Month.Of(later) == Month.Of(start) ? later : start, SameMonth(earlier, end) ? earlier : end);
    }

    static bool SameMonth(DateOnly? one, DateOnly? other) => one is { } a && other is { } b && Month.Of(a) == Month.Of(b);
}
