using Homeward.Columns;
using Homeward.Measures.Tests.Told;
using Homeward.Reference;

namespace Homeward.Measures.Tests.Naive;

/// <summary>A record and the month whose submission carries it.</summary>
sealed record Seen<T>(string Provider, Month Month, T Row);

/// <summary>A window's name and months.</summary>
sealed record NaiveWindow(string Name, Month First, Month Last, string? Collaborative = null)
{
    public DateOnly Start => First.FirstDay;

    public DateOnly End => Last.LastDay;

    public bool Holds(DateOnly? day) => day >= Start && day <= End;

    /// <summary>kpis.md §1: N(s, e, P0, P1).</summary>
    public int Nights(DateOnly start, DateOnly? end)
    {
        var to = end is null || end > End.AddDays(1) ? End.AddDays(1) : end.Value;
        var from = start > Start ? start : Start;
        return Math.Max(0, to.DayNumber - from.DayNumber);
    }
}

/// <summary>What breakdowns read of anything that is counted.</summary>
record NaiveSubject
{
    public required string Person { get; init; }

    public required string Provider { get; init; }

    /// <summary>The person's key at that provider.</summary>
    public string Local { get; init; } = "";

    public string? Home { get; init; }

    public string? Commissioner { get; init; }

    public string? Primary { get; init; }

    public ServiceLine Line { get; init; }

    public Patient? Patient { get; init; }

    /// <summary>Of a placement, where its own row leaves something open.</summary>
    public Patient? OtherPatient { get; init; }

    public string? PeopleCollaborative { get; set; }

    public string? BedsCollaborative { get; init; }

    /// <summary>The breakdowns that it tells something of; null where it tells of all.</summary>
    public IReadOnlyList<string>? Tells { get; init; }

    /// <summary>Levels of breakdowns that few measures have.</summary>
    public IReadOnlyList<(string Breakdown, string? Level)> Also { get; init; } = [];
}

sealed record NaiveStay : NaiveSubject
{
    public required string Key { get; init; }

    public required DateOnly Start { get; init; }

    public DateOnly? End { get; init; }

    /// <summary>Where its nights stop: its end, or the day after it was last seen.</summary>
    public required DateOnly Until { get; init; }

    public bool Open { get; init; }

    public string? BedClass { get; init; }

    public string? Ward { get; init; }

    public Flow Flow { get; init; }

    public int Leave { get; init; }

    public int? Distance { get; init; }

    /// <summary>It is one that a person came back to, which has the reason, sender and receiver of the placement left for it.</summary>
    public bool Homecoming { get; init; }

    public NaivePlacement? Left { get; init; }
}

sealed record NaiveSpell : NaiveSubject
{
    public required string Key { get; init; }

    public required DateOnly Start { get; init; }

    public DateOnly? End { get; init; }

    public bool Open { get; init; }

    public required Month Month { get; init; }

    public IReadOnlyList<NaiveStay> Stays { get; init; } = [];

    public string? Method { get; init; }

    public string? Destination { get; init; }

    /// <summary>It stands for a placement that only its sender told of.</summary>
    public bool StandsIn { get; init; }

    public bool Placed { get; init; }

    public string? Sender { get; init; }

    public string? Reason { get; init; }
}

sealed record NaivePlacement : NaiveSubject
{
    public required string Source { get; init; }

    public required NaiveSpell Spell { get; init; }

    public string? Sender { get; init; }

    public required string Receiver { get; init; }

    public string? Reason { get; init; }

    public required DateOnly Start { get; init; }

    public DateOnly? ToldEnd { get; init; }

    public DateOnly? End { get; set; }

    public required Month Month { get; init; }

    /// <summary>Where its nights stop: its end, or the day after it was last seen.</summary>
    public DateOnly Until
    {
        get
        {
            var told = ToldEnd ?? Month.LastDay.AddDays(1);
            return End < told ? End.Value : told;
        }
    }

    /// <summary>The sender's row; null where only the receiver told of it.</summary>
    public Oap? Sent { get; init; }

    /// <summary>The sender's row's key with its provider's prefix, as others name it.</summary>
    public string? OapKey { get; init; }

    /// <summary>The receiver's spell's key with its provider's prefix.</summary>
    public string? SpellKey { get; init; }

    /// <summary>The sender's distance, where the receiver does not know its own.</summary>
    public int? OtherDistance { get; init; }

    public string Class => Reason switch { "10" => "inappropriate", "11" or "12" or "13" or "14" or "15" => "appropriate", _ => "unknown" };
}
