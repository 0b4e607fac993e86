using Homeward.Columns;
using Homeward.Measures.Records;
using Homeward.Measures.Stories;
using Homeward.Measures.Tallying;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

static class Spend
{
    /// <summary>Budgets and stated baselines are yearly: a month is a twelfth, which need not be whole pence.</summary>
    const int MonthsOfYear = 12;

    static readonly Split[] ByCategory = [.. Enum.GetNames<SpendCategory>().Select(name => Money($"actual_{name.ToLowerInvariant()}"))];
    static readonly Split Actual = Money("actual");
    static readonly Split Budget = Money("budget", MonthsOfYear);
    static readonly Split Variance = Money("variance", MonthsOfYear);
    static readonly Split Saving = Money("saving", MonthsOfYear);
    static readonly Split Reinvested = Money("reinvested");
    static readonly Split NetSaving = Money("net_saving", MonthsOfYear);
    static readonly Split Recurrent = Money("recurrent");

    /// <summary>A bill knows no home, person or bed: nights by those would make it nothing a day.</summary>
    static readonly Split PerBedDay = new("per_bed_day", Unit.Gbp, Figure.Ratio, Windows.All)
    {
        Per = 100,
        Breakdowns = [Breakdown.Commissioner, Breakdown.ServiceLine],
    };

    public static Measure Measure { get; } = new(
        "K22",
        "Spend",
        "What care cost, against the budget and against the same months of the baseline, and what was put into new services.",
        "actual_* = AmountActual by category; actual = all but REINVEST; budget = budgets.csv, a twelfth per month; variance = budget - actual; "
            + "per_bed_day = actual / K13 occupied; saving = cost of the same months of the baseline - actual; reinvested = REINVEST; "
            + "net_saving = saving - reinvested; recurrent = the part of reinvested that recurs.",
        Polarity.Neutral,
        Looks.People,
        [.. ByCategory, Actual, Budget, Variance, PerBedDay, Saving, Reinvested, NetSaving, Recurrent])
    {
        Count = static (person, tally) =>
        {
            foreach (var stay in person.Stays)
            {
                if (person.Window.Nights(stay.Start, stay.Until) is > 0 and var nights)
                {
                    tally.Add(PerBedDay, Scope.All, Lens.People, stay, stay.BedClass, 0, nights);
                }
            }
        },
        CountFacts = static (facts, window, tally) =>
        {
            var saved = SpendBaseline.Collaboratives(facts, window);
            foreach (var row in facts.SpendByPerson)
            {
                if (window.First <= row.Row.Month && row.Row.Month <= window.Last)
                {
                    Add(tally, row.Subject, row.Row, saved.Contains(row.Subject.PeopleCollaborative));
                }
            }

            foreach (var (subject, twelfths) in SpendBaseline.Of(facts, window))
            {
                AddTwelfths(tally, Saving, subject, twelfths);
                AddTwelfths(tally, NetSaving, subject, twelfths);
            }

            AddBudgets(facts, window, tally);
        },
    };

    static Split Money(string name, int parts = 1) => new(name, Unit.Gbp, Figure.Sum, Windows.All) { Per = 100 * parts };

    static void Add(Tally tally, Split split, Subject subject, long pence) =>
        tally.Add(split, Scope.All, Lens.People, subject, Tally.AnyBed, pence * (split.Per / 100));

    static void AddTwelfths(Tally tally, Split split, Subject subject, long twelfths) =>
        tally.Add(split, Scope.All, Lens.People, subject, Tally.AnyBed, twelfths);

    static void Add(Tally tally, Spending subject, in SpendRow row, bool saved)
    {
        Add(tally, ByCategory[(int)row.Category], subject, row.Pence);
        if (row.Category == SpendCategory.Reinvest)
        {
            Add(tally, Reinvested, subject, row.Pence);
            if (row.Recurrent)
            {
                Add(tally, Recurrent, subject, row.Pence);
            }

            if (saved)
            {
                Add(tally, NetSaving, subject, -row.Pence);
            }

            return;
        }

        Add(tally, Actual, subject, row.Pence);
        Add(tally, Variance, subject, -row.Pence);
        tally.Add(PerBedDay, Scope.All, Lens.People, subject, Tally.AnyBed, row.Pence);
        if (saved)
        {
            Add(tally, Saving, subject, -row.Pence);
            Add(tally, NetSaving, subject, -row.Pence);
        }
    }

    static void AddBudgets(RegionFacts facts, Window window, Tally tally)
    {
        var collaboratives = facts.Memberships.Collaboratives;
        for (var c = 0; c < collaboratives.Count; c++)
        {
            foreach (var budget in collaboratives[c].Budgets)
            {
                var year = new Month(budget.FinancialYear, 4);
                var months = Enumerable.Range(0, window.Months).Count(m => (window.First + m).FinancialYearStart == year);
                if (months > 0)
                {
                    var subject = Spending.Of(c, budget.Line, facts.Region.Pools.Organisations.Add(budget.Commissioner));
                    var twelfths = (long)Math.Round(budget.Amount * 100, MidpointRounding.AwayFromZero) * months;
                    AddTwelfths(tally, Budget, subject, twelfths);
                    AddTwelfths(tally, Variance, subject, twelfths);
                }
            }
        }
    }
}
