using Homeward.Columns;
using Homeward.Measures.Tests.Told;
using Homeward.Reference;

namespace Homeward.Measures.Tests.Naive;

/// <summary>
/// The records of one window, written straight from kpis.md §1 and §2, one sentence after the other and without regard to speed.
/// </summary>
sealed class NaiveWindowRecords
{
    readonly ReferenceData reference;
    readonly NaiveWindow window;
    readonly List<MonthTold> months;
    readonly Dictionary<(string Provider, string Key), Referral> referrals;
    readonly Dictionary<(string Provider, string Local), string> people;
    readonly ILookup<(string Provider, string Spell), Seen<Stay>> stays;

    public NaiveWindowRecords(ReferenceData reference, IEnumerable<MonthTold> all, NaiveWindow window)
    {
        this.reference = reference;
        this.window = window;
        months = [.. all.Where(m => m.Period >= window.First && m.Period <= window.Last)];
        referrals = Newest(m => m.Referrals, r => r.Key).ToDictionary(seen => (seen.Provider, seen.Row.Key), seen => seen.Row);
        people = Newest(m => m.Patients, p => p.Local).ToDictionary(seen => (seen.Provider, seen.Row.Local), seen => seen.Row.Person);
        stays = Newest(m => m.Stays, s => s.Key).ToLookup(seen => (seen.Provider, seen.Row.Spell));
        var told = Newest(m => m.Spells, s => s.Key).Select(Spell).ToList();
        Placements = FindPlacements(told);
        Spells = [.. told, .. Placements.Where(p => p.Source == "sender_only").Select(p => p.Spell)];
    }

    public List<NaiveSpell> Spells { get; }

    public List<NaivePlacement> Placements { get; }

    public IEnumerable<NaiveStay> Stays => Spells.SelectMany(s => s.Stays);

    /// <summary>One record per (provider, key): the latest month in the window wins.</summary>
    public List<Seen<T>> Newest<T>(Func<MonthTold, IEnumerable<T>> rows, Func<T, string> key) =>
        [.. months.SelectMany(m => rows(m).Select(row => new Seen<T>(m.Provider, m.Period, row)))
            .GroupBy(seen => (seen.Provider, key(seen.Row)))
            .Select(group => group.MaxBy(seen => seen.Month)!)];

    /// <summary>Rows of every month: facts of a month are not merged.</summary>
    public IEnumerable<Seen<T>> Every<T>(Func<MonthTold, IEnumerable<T>> rows) =>
        months.SelectMany(m => rows(m).Select(row => new Seen<T>(m.Provider, m.Period, row)));

    public string PersonOf(string provider, string local) => people[(provider, local)];

    /// <summary>Whom a row means that has nothing but a person id.</summary>
    public (string Person, Patient? Patient) Who(string provider, Month month, string told)
    {
        var patient = months.Single(m => m.Provider == provider && m.Period == month).Patients.Find(p => p.Person == told);
        return (patient is null ? told : PersonOf(provider, patient.Local), patient);
    }

    Patient PatientIn(string provider, Month month, string local) =>
        months.Single(m => m.Provider == provider && m.Period == month).Patients.Single(p => p.Local == local);

    /// <summary>Open at the period's end; lost where last seen in a month before.</summary>
    public bool Open(DateOnly start, DateOnly? end, Month month) => month == window.Last && start <= window.End && (end is null || end > window.End);

    public static DateOnly Until(DateOnly? end, Month month) => end ?? month.LastDay.AddDays(1);

    NaiveSpell Spell(Seen<Spell> seen)
    {
        var (provider, month, row) = seen;
        var referral = referrals[(provider, row.Referral)];
        var placed = referral.Reason is not null;
        var sender = placed ? Owner(referral.Referring, month) : null;
        var own = stays[(provider, row.Key)]
            .OrderBy(s => s.Row.Start)
            .ThenBy(s => s.Row.Key, StringComparer.Ordinal)
            .Select(s => Stay(s, s.Month == month ? row.End : null, referral, placed, sender, row.Start))
            .ToList();
        var line = own.Count == 0 ? ServiceLine.Unknown : own[^1].Line;
        return new()
        {
            Key = row.Key,
            Month = month,
            Person = PersonOf(provider, referral.Patient),
            Provider = provider,
            Local = referral.Patient,
            Home = row.Home,
            Commissioner = referral.Commissioner,
            Primary = referral.Primary,
            Line = line,
            Patient = PatientIn(provider, month, referral.Patient),
            Method = row.Method,
            Destination = row.Destination,
            Start = row.Start,
            End = row.End,
            Open = Open(row.Start, row.End, month),
            Stays = own,
            Placed = placed,
            Sender = sender,
            Reason = referral.Reason,
            PeopleCollaborative = PeopleOf(placed, sender, row.Start, provider, row.Home, line, month),
            BedsCollaborative = MemberOf(provider, line, month.LastDay),
        };
    }

    /// <param name="discharged">When its submission says that its spell ended: a stay left open ends with it.</param>
    NaiveStay Stay(Seen<Stay> seen, DateOnly? discharged, Referral referral, bool placed, string? sender, DateOnly placementStart)
    {
        var (provider, month, row) = seen;
        var end = row.End ?? discharged;
        var line = Line(row.Line);
        return new()
        {
            Key = row.Key,
            Person = PersonOf(provider, referral.Patient),
            Provider = provider,
            Local = referral.Patient,
            Ward = row.Ward,
            Home = row.Home,
            Commissioner = referral.Commissioner,
            Primary = referral.Primary,
            Line = line,
            Patient = PatientIn(provider, month, referral.Patient),
            Start = row.Start,
            End = end,
            Until = Until(end, month),
            Open = Open(row.Start, end, month),
            BedClass = BedClass(row.BedClass),
            Flow = FlowOf(row.Home, line, row.Site, month),
            Leave = months.Where(m => m.Provider == provider).SelectMany(m => m.Stays).Where(s => s.Key == row.Key).Sum(s => s.Leave ?? 0),
            Distance = row.Distance,
            PeopleCollaborative = PeopleOf(placed, sender, placementStart, provider, row.Home, line, month),
            BedsCollaborative = MemberOf(provider, line, month.LastDay),
        };
    }

    List<NaivePlacement> FindPlacements(List<NaiveSpell> told)
    {
        var receivers = told.Where(s => s.Placed).ToList();
        var senders = Newest(m => m.Oaps, o => o.Key);
        var pairs =
            (from spell in receivers
             from oap in senders
             where spell.Sender is not null && spell.Person == PersonOf(oap.Provider, oap.Row.Patient)
                 && spell.Sender == Owner(oap.Row.Sending, oap.Month) && spell.Provider == Owner(oap.Row.Receiving, oap.Month)
             let apart = Math.Abs(spell.Start.DayNumber - oap.Row.Start.DayNumber)
             let overlap = spell.Start <= (oap.Row.End ?? oap.Month.LastDay) && oap.Row.Start <= (spell.End ?? spell.Month.LastDay)
             where apart <= 7 || overlap
             orderby apart
             select (spell, oap, apart)).ToList();
        pairs = [.. pairs.OrderBy(p => p.apart)
            .ThenBy(p => $"{p.spell.Provider}|{p.spell.Key}", StringComparer.Ordinal)
            .ThenBy(p => $"{p.oap.Provider}|{p.oap.Row.Key}", StringComparer.Ordinal)];
        var partner = new Dictionary<NaiveSpell, Seen<Oap>>(ReferenceEqualityComparer.Instance);
        foreach (var (spell, oap, _) in pairs)
        {
            if (!partner.ContainsKey(spell) && !partner.ContainsValue(oap))
            {
                partner[spell] = oap;
            }
        }

        List<NaivePlacement> placements =
        [
            .. receivers.Select(s => FromReceiver(s, partner.GetValueOrDefault(s))),
            .. senders.Where(o => !partner.ContainsValue(o)).Select(FromSender),
        ];
        Shorten(placements);
        return [.. placements.Select(p => p.Source == "sender_only" ? p with { Spell = StandIn(p) } : p)];
    }

    NaivePlacement FromReceiver(NaiveSpell spell, Seen<Oap>? oap)
    {
        var own = Valid(CodeList.OapReason, spell.Reason, spell.Month);
        var reason = own is null or "99" && oap is not null ? Valid(CodeList.OapReason, oap.Row.Reason, oap.Month) : own;
        var home = spell.Home ?? oap?.Row.Home;
        var line = spell.Line == ServiceLine.Unknown && oap is not null ? Line(oap.Row.Line) : spell.Line;
        return new()
        {
            Source = oap is null ? "receiver_only" : "both",
            Spell = spell,
            Person = spell.Person,
            Provider = spell.Provider,
            Local = spell.Local,
            Sent = oap?.Row,
            OapKey = oap is null ? null : $"{oap.Provider}|{oap.Row.Key}",
            SpellKey = $"{spell.Provider}|{spell.Key}",
            Sender = spell.Sender,
            Receiver = spell.Provider,
            Reason = reason,
            Start = spell.Start,
            ToldEnd = spell.End,
            Month = spell.Month,
            Home = home,
            Line = line,
            Commissioner = spell.Commissioner,
            Primary = spell.Primary,
            Patient = spell.Patient,
            OtherDistance = oap?.Row.Distance,
            OtherPatient = oap is null ? null : PatientIn(oap.Provider, oap.Month, oap.Row.Patient),
            PeopleCollaborative = PeopleOf(true, spell.Sender, spell.Start, spell.Provider, home, line, spell.Month),
        };
    }

    NaivePlacement FromSender(Seen<Oap> seen)
    {
        var (provider, month, row) = seen;
        var sender = Owner(row.Sending, month);
        return new()
        {
            Source = "sender_only",
            Spell = Draft(seen),
            Person = PersonOf(provider, row.Patient),
            Provider = provider,
            Local = row.Patient,
            Sent = row,
            OapKey = $"{provider}|{row.Key}",
            Sender = sender,
            Receiver = Owner(row.Receiving, month)!,
            Reason = Valid(CodeList.OapReason, row.Reason, month),
            Start = row.Start,
            ToldEnd = row.End,
            Month = month,
            Home = row.Home,
            Line = Line(row.Line),
            Patient = PatientIn(provider, month, row.Patient),
            PeopleCollaborative = PeopleOf(true, sender, row.Start, provider, row.Home, Line(row.Line), month),
        };
    }

    /// <summary>Carries class, site and distance of a sender's row until its dates are settled.</summary>
    NaiveSpell Draft(Seen<Oap> seen)
    {
        var (provider, month, row) = seen;
        var stay = new NaiveStay
        {
            Key = row.Key,
            Person = PersonOf(provider, row.Patient),
            Provider = provider,
            Local = row.Patient,
            Home = row.Home,
            Line = Line(row.Line),
            Patient = PatientIn(provider, month, row.Patient),
            Start = row.Start,
            Until = row.Start,
            BedClass = BedClass(row.BedClass),
            Flow = FlowOf(row.Home, Line(row.Line), row.Site, month),
            Distance = row.Distance,
        };
        return new() { Key = row.Key, Person = stay.Person, Provider = provider, Start = row.Start, Month = month, Stays = [stay] };
    }

    /// <summary>sender_only placements are stays of the people lens: their class, site and dates after overlap.</summary>
    NaiveSpell StandIn(NaivePlacement p)
    {
        var stay = p.Spell.Stays[0] with
        {
            Start = p.Start,
            End = p.End,
            Until = p.Until,
            Open = Open(p.Start, p.End, p.Month),
            PeopleCollaborative = p.PeopleCollaborative,
        };
        return new()
        {
            Key = p.Spell.Key,
            Month = p.Month,
            StandsIn = true,
            Person = p.Person,
            Provider = p.Provider,
            Local = p.Local,
            Home = p.Home,
            Line = p.Line,
            Patient = p.Patient,
            Start = p.Start,
            End = p.End,
            Open = stay.Open,
            Stays = [stay],
            PeopleCollaborative = p.PeopleCollaborative,
        };
    }

    /// <summary>This one ends on the day the latest later placement starts that starts before it ends.</summary>
    static void Shorten(List<NaivePlacement> placements)
    {
        foreach (var placement in placements)
        {
            var later = placements.Where(o => o.Person == placement.Person && o.Start > placement.Start
                && (placement.ToldEnd is null || o.Start < placement.ToldEnd)).ToList();
            placement.End = later.Count == 0 ? placement.ToldEnd : later.Max(o => o.Start);
        }
    }

    /// <summary>kpis.md §2, "A stay in the people lens belongs to exactly one collaborative".</summary>
    string? PeopleOf(bool placed, string? sender, DateOnly start, string provider, string? home, ServiceLine line, Month month)
    {
        var on = placed ? start : month.LastDay;
        if (placed && sender is not null && reference.Collaboratives.Any(c => c.Members.Any(m => m.Organisation == sender && m.Effective.On(start))))
        {
            return MemberOf(sender, line, start);
        }

        if (home is not null)
        {
            return OfHome(home, line, provider, month.LastDay) is { } owner
                && (line == ServiceLine.Unknown || owner.Lines.Any(l => l.Line == line && l.Effective.On(on)))
                    ? owner.Code
                    : null;
        }

        return placed ? null : MemberOf(provider, line, on);
    }

    /// <summary>An unknown line counts in: with the one that lists the home for some line, the submitter's first.</summary>
    Collaborative? OfHome(string home, ServiceLine line, string provider, DateOnly on)
    {
        if (line != ServiceLine.Unknown)
        {
            return reference.CollaborativeOfHome(home, line, on);
        }

        var listing = reference.Collaboratives.Where(c => c.Flow.Any(f => f.HomeIcb == home && f.Effective.On(on))).ToList();
        return listing.Find(c => c.Code == MemberOf(provider, line, on)) ?? listing.FirstOrDefault();
    }

    public string? MemberOf(string organisation, ServiceLine line, DateOnly on) =>
        reference.CollaborativeOfMember(organisation, line, on)?.Code;

    Flow FlowOf(string? home, ServiceLine line, string? site, Month month)
    {
        if (home is null || site is null)
        {
            return Flow.Unknown;
        }

        var local = reference.Collaboratives.SelectMany(c => c.Flow).Any(f => f.HomeIcb == home && f.Site == site
            && (f.Line == line || line == ServiceLine.Unknown) && f.Effective.On(month.LastDay));
        return local ? Flow.In : Flow.Out;
    }

    string? Owner(string? code, Month month) => code is null ? null : reference.OwningOrganisation(code, month.LastDay) ?? code;

    public string? BedClass(string? code) => code is null ? null : reference.Codes.BedClass(code);

    public string? Valid(CodeList list, string? code, Month month) =>
        code is null || reference.Codes.Status(list, code, month) == CodeStatus.Invalid ? null : code;

    public static ServiceLine Line(string? line) => line is null ? ServiceLine.Unknown : Enum.Parse<ServiceLine>(line);
}
