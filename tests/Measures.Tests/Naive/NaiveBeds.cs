using Homeward.Measures.Tests.Told;
using Homeward.Reference;

namespace Homeward.Measures.Tests.Naive;

/// <summary>K14 occupancy, K18 clinically ready for discharge, K24 restrictive interventions, K30 beds.</summary>
sealed class NaiveBeds(NaiveTally tally, NaiveWindowRecords records)
{
    readonly NaiveWindow window = tally.Window;

    public void Count()
    {
        foreach (var ward in records.Every(m => m.Wards))
        {
            Occupancy(ward);
            if (window.Name == "M")
            {
                Beds(ward);
            }
        }

        Waits();
        Restrictive();
    }

    void Occupancy(Seen<Ward> ward)
    {
        var (provider, month, row) = ward;
        var (subject, bed) = (Subject(ward), records.BedClass(row.BedClass));
        var only = new NaiveWindow("", month, month);
        var nights = records.Stays.Where(s => s.Provider == provider && s.Ward == row.Code).Sum(s => only.Nights(s.Start, s.Until));
        if (nights > 0 && row.Available > 0)
        {
            tally.Add("K14", "occupancy", "beds", subject, bed, nights, row.Available);
        }

        tally.Add("K14", "closed", "beds", subject, bed, row.Closed, row.Available + row.Closed);
    }

    void Beds(Seen<Ward> ward)
    {
        var (subject, bed) = (Subject(ward), records.BedClass(ward.Row.BedClass));
        tally.Add("K30", "commissioned", "beds", subject, bed, ward.Row.Commissioned ?? 0);
        tally.Add("K30", "available", "beds", subject, bed, ward.Row.Available);
        tally.Add("K30", "open", "beds", subject, bed, ward.Row.Open ?? 0);
        var why = records.Valid(CodeList.ClosedReason, ward.Row.Reason, ward.Month);
        tally.Add("K30", "closed", "beds", subject with { Also = [("Closed Reason", why)] }, bed, ward.Row.Closed);
    }

    void Waits()
    {
        foreach (var (provider, month, row) in records.Newest(m => m.Ready, r => r.Key))
        {
            var spell = records.Spells.Single(s => !s.StandsIn && s.Provider == provider && s.Key == row.Spell);
            var end = row.End ?? (spell.Month == month ? spell.End : null); // nobody waits in a spell that is over
            var until = NaiveWindowRecords.Until(end, month);
            var subject = spell with
            {
                Also =
                [
                    ("Delay Reason", records.Valid(CodeList.DelayReason, row.Delay, month)),
                    ("Attributable To", records.Valid(CodeList.AttributableTo, row.Attributable, month)),
                ],
            };
            var bed = spell.Stays.LastOrDefault(s => s.Start <= until)?.BedClass;
            if (window.Name == "M" && records.Open(row.Start, end, month))
            {
                tally.Both("K18", "open", subject, bed, 1);
            }

            var days = window.Nights(row.Start < window.Start ? row.Start : row.Start.AddDays(1), until);
            tally.Both("K18", "days", subject, bed, days);
            tally.Both("K18", "share", subject, bed, days);
        }

        foreach (var stay in records.Stays)
        {
            tally.Both("K18", "share", stay, stay.BedClass, 0, window.Nights(stay.Start, stay.Until));
        }
    }

    void Restrictive()
    {
        foreach (var (provider, _, row) in records.Newest(m => m.Incidents, i => i.Key))
        {
            var stay = records.Stays.Single(s => s.Provider == provider && s.Key == row.Stay);
            tally.Add("K24", "rate", "beds", stay, stay.BedClass, 1);
        }

        foreach (var stay in records.Stays)
        {
            tally.Add("K24", "rate", "beds", stay, stay.BedClass, 0, window.Nights(stay.Start, stay.Until));
        }
    }

    NaiveSubject Subject(Seen<Ward> ward)
    {
        var line = NaiveWindowRecords.Line(ward.Row.Line);
        return new()
        {
            Person = "",
            Provider = ward.Provider,
            Line = line,
            BedsCollaborative = records.MemberOf(ward.Provider, line, ward.Month.LastDay),
            Tells = ["Provider", "Service Line", "Bed Class"],
        };
    }
}
