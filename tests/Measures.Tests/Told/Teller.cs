namespace Homeward.Measures.Tests.Told;

/// <summary>Adds rows to a provider's month.</summary>
sealed class Teller(MonthTold month)
{
    static readonly Dictionary<string, string> FirstSite = new(StringComparer.Ordinal)
    {
        ["RA1"] = "RA101",
        ["RA2"] = "RA201",
        ["RB1"] = "RB101",
        ["X01"] = "X0101",
    };

    /// <param name="reason">Given: the spell is a placement.</param>
    /// <param name="received">When the referral was received; the spell's start where it is not told.</param>
    /// <param name="stay">False: no ward stay is told with it.</param>
    public Teller Spell(
        string key,
        string person,
        string start,
        string? end = null,
        string? reason = null,
        string? sender = null,
        string? home = "QEE",
        string? site = null,
        string? bedClass = "200",
        string? line = "AAC",
        int? leave = null,
        int? distance = null,
        string? received = null,
        bool stay = true)
    {
        Patient(person);
        month.Referrals.Add(new(
            $"R-{key}", person, person, RegionTold.Day(received ?? start), Referring: sender, Reason: reason, Home: home, Line: line,
            Discharged: RegionTold.DayOrOpen(end)));
        month.Spells.Add(new(key, $"R-{key}", person, home, RegionTold.Day(start), RegionTold.DayOrOpen(end)));
        if (stay)
        {
            Stay($"W-{key}", key, start, end, site, bedClass, line, home, leave, distance);
        }

        return this;
    }

    public Teller Stay(
        string key,
        string spell,
        string start,
        string? end = null,
        string? site = null,
        string? bedClass = "200",
        string? line = "AAC",
        string? home = "QEE",
        int? leave = null,
        int? distance = null,
        string ward = "W1")
    {
        var person = month.Spells.Single(s => s.Key == spell).Person;
        month.Stays.Add(new(
            key, spell, person, home, site ?? FirstSite[month.Provider], RegionTold.Day(start), RegionTold.DayOrOpen(end), bedClass, line, leave,
            distance, ward));
        return this;
    }

    public Teller Oap(
        string key,
        string person,
        string receiver,
        string start,
        string? end = null,
        string? reason = "10",
        string? sender = null,
        string? home = "QEE",
        string? site = "X0101",
        string? bedClass = "200",
        string? line = "AAC",
        string? endReason = null,
        int? distance = null)
    {
        Patient(person);
        month.Oaps.Add(new(
            key, person, person, home, sender ?? month.Provider, receiver, site, reason, RegionTold.Day(start), RegionTold.DayOrOpen(end), bedClass,
            line, endReason, Distance: distance));
        return this;
    }

    /// <summary>Tells a patient, or tells of one already there otherwise.</summary>
    public Teller Patient(
        string person, int? age = 40, string? gender = "2", string? ethnic = "A", int? imd = 5, string? local = null)
    {
        if (month.Patients.All(p => p.Local != (local ?? person)))
        {
            month.Patients.Add(new(local ?? person, person, age, gender, ethnic, imd));
        }

        return this;
    }
}
