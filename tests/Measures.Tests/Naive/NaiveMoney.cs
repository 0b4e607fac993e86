using Homeward.Columns;
using Homeward.Measures.Tests.Told;
using Homeward.Reference;

namespace Homeward.Measures.Tests.Naive;

/// <summary>K09 what placements cost, K22 spend against budget and baseline, K23 how much of it is local.</summary>
sealed class NaiveMoney(NaiveTally tally, NaiveWindowRecords records, IReadOnlyList<MonthTold> all, ReferenceData reference)
{
    readonly NaiveWindow window = tally.Window;
    readonly List<Seen<SpendTold>> bills = [.. records.Every(m => m.Spend)];

    IEnumerable<Month> Months => Enumerable.Range(0, window.Last - window.First + 1).Select(m => window.First + m);

    public void Count()
    {
        Spend();
        foreach (var collaborative in reference.Collaboratives)
        {
            Budget(collaborative);
            Saving(collaborative);
        }

        if (window.Name != "SB")
        {
            PlacementCosts();
            LocalShare();
        }
    }

    void PlacementCosts()
    {
        var named = bills.Select(b => (Placement: Tied(b.Row), b.Row.Amount)).Where(b => b.Placement is not null).ToList();
        foreach (var p in records.Placements)
        {
            var tied = named.Where(b => ReferenceEquals(b.Placement, p)).Select(b => b.Amount).ToList();
            double? cost = tied.Count == 0 ? null : (double)tied.Sum();
            var nights = window.Nights(p.Start, p.Until);
            var bed = p.Spell.Stays.LastOrDefault(s => s.Start <= p.Until)?.BedClass;
            if (cost is not null)
            {
                tally.Add("K09", "total", "people", p, bed, cost.Value);
                tally.Add("K09", "per_day", "people", p, bed, cost.Value, nights);
            }

            tally.Add("K09", "pct_days", "people", p, bed, cost is null ? 0 : nights, nights);
            if (nights > 0 && ((double?)p.Sent?.Rate ?? cost / nights) is { } rate)
            {
                tally.Add("K09", "q1_rate", "people", p, bed, rate);
                tally.Add("K09", "q3_rate", "people", p, bed, rate);
            }
        }
    }

    /// <summary>The placement whose row a bill names, or else whose spell.</summary>
    NaivePlacement? Tied(SpendTold bill) =>
        records.Placements.Find(p => bill.Oap is not null && p.OapKey == bill.Oap) ?? records.Placements.Find(p => bill.Spell is not null && p.SpellKey == bill.Spell);

    void Spend()
    {
        foreach (var (subject, bill) in bills.Select(b => (Subject(b), b.Row)))
        {
            var amount = (double)bill.Amount;
            tally.Add("K22", $"actual_{bill.Category.ToLowerInvariant()}", "people", subject, null, amount);
            if (bill.Category == "REINVEST")
            {
                tally.Add("K22", "reinvested", "people", subject, null, amount);
                tally.Add("K22", "recurrent", "people", subject, null, bill.Recurrent == "Y" ? amount : 0);
                continue;
            }

            tally.Add("K22", "actual", "people", subject, null, amount);
            tally.Add("K22", "variance", "people", subject, null, -amount);
            tally.Add("K22", "per_bed_day", "people", subject, null, amount);
        }

        foreach (var stay in records.Stays)
        {
            var money = stay with { Tells = ["Service Line", "Commissioner"] };
            tally.Add("K22", "per_bed_day", "people", money, null, 0, window.Nights(stay.Start, stay.Until));
        }
    }

    void Budget(Collaborative collaborative)
    {
        foreach (var budget in collaborative.Budgets)
        {
            var months = Months.Count(m => m >= new Month(budget.FinancialYear, 4) && m <= new Month(budget.FinancialYear + 1, 3));
            var subject = Own(collaborative, budget.Line, "Service Line", "Commissioner") with { Commissioner = budget.Commissioner };
            tally.Add("K22", "budget", "people", subject, null, (double)budget.Amount / 12 * months);
            tally.Add("K22", "variance", "people", subject, null, (double)budget.Amount / 12 * months);
        }
    }

    void Saving(Collaborative collaborative)
    {
        var stated = collaborative.Baselines.Where(b => b.Measure == "K22" && b.Split == "actual").ToList();
        List<(NaiveSubject Subject, Month Month, SpendTold Bill)> baseline =
        [
            .. all.Where(m => m.Period >= collaborative.BaselineFrom && m.Period <= collaborative.BaselineTo && collaborative.BaselineTo < window.Last)
                .SelectMany(m => m.Spend.Select(bill => (Subject(new(m.Provider, m.Period, bill)), m.Period, bill)))
                .Where(bill => bill.Item1.PeopleCollaborative == collaborative.Code),
        ];
        if (stated.Count == 0 && baseline.Count == 0)
        {
            return;
        }

        foreach (var bill in bills.Where(b => Subject(b).PeopleCollaborative == collaborative.Code))
        {
            Saved(Subject(bill), -(double)bill.Row.Amount, bill.Row.Category == "REINVEST");
        }

        foreach (var cost in stated)
        {
            Saved(Own(collaborative, cost.Line ?? ServiceLine.Unknown, "Service Line"), cost.Value / 12 * Months.Count(), false);
        }

        foreach (var month in stated.Count == 0 ? Months : [])
        {
            foreach (var (subject, _, bill) in baseline.Where(b => b.Month == Same(month, collaborative) && b.Bill.Category != "REINVEST"))
            {
                Saved(subject, (double)bill.Amount, false);
            }
        }
    }

    /// <summary>kpis.md §5: the baseline's latest month with the month's name; where it has none, its last.</summary>
    static Month Same(Month month, Collaborative collaborative)
    {
        for (var back = collaborative.BaselineTo!.Value; back >= collaborative.BaselineFrom; back -= 1)
        {
            if (back.Number == month.Number)
            {
                return back;
            }
        }

        return collaborative.BaselineTo.Value;
    }

    void Saved(NaiveSubject subject, double amount, bool reinvested)
    {
        if (!reinvested)
        {
            tally.Add("K22", "saving", "people", subject, null, amount);
        }

        tally.Add("K22", "net_saving", "people", subject, null, amount);
    }

    void LocalShare()
    {
        foreach (var bill in bills)
        {
            var subject = Subject(bill);
            var amount = (double)bill.Row.Amount;
            var place = Place(bill, subject.PeopleCollaborative);
            tally.Add("K23", place, "people", subject, null, amount);
            if (place != "unknown")
            {
                tally.Add("K23", "pct_local", "people", subject, null, place == "local" ? amount : 0, amount);
            }
        }
    }

    string Place(Seen<SpendTold> bill, string? code)
    {
        var (_, month, row) = bill;
        var day = month.LastDay;
        if (reference.Collaboratives.SingleOrDefault(c => c.Code == code) is not { } owner)
        {
            return "unknown"; // nobody's: it has no row
        }

        if (row.Category == "COMM" && owner.Members.Any(m => m.Organisation == row.Payee && m.Effective.On(day)))
        {
            return "local";
        }

        var line = NaiveWindowRecords.Line(row.Line);
        bool Local(string site) => owner.Flow.Any(f => f.Site == site && (f.Line == line || line == ServiceLine.Unknown) && f.Effective.On(day));
        if (row.Site is not null)
        {
            return Local(row.Site) ? "local" : "not_local";
        }

        var sites = reference.Sites.Where(s => s.Organisation == row.Payee && s.Effective.On(day)).Select(s => s.Code).ToList();
        return !sites.Any(Local) ? "not_local" : sites.All(Local) ? "local" : "unknown";
    }

    /// <summary>A bill is its submitter's.</summary>
    NaiveSubject Subject(Seen<SpendTold> bill)
    {
        var line = NaiveWindowRecords.Line(bill.Row.Line);
        return new()
        {
            Person = "",
            Provider = bill.Provider,
            Line = line,
            Commissioner = bill.Row.Commissioner,
            PeopleCollaborative = records.MemberOf(bill.Provider, line, bill.Month.LastDay),
            Tells = ["Provider", "Service Line", "Commissioner"],
        };
    }

    static NaiveSubject Own(Collaborative collaborative, ServiceLine line, params string[] tells) =>
        new() { Person = "", Provider = "", Line = line, PeopleCollaborative = collaborative.Code, Tells = tells };
}
