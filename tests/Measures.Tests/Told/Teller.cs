namespace Homeward.Measures.Tests.Told;

/// <summary>Adds rows to a provider's month.</summary>
sealed class Teller(MonthTold month)
{
    public MonthTold Month => month;

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
        string? commissioner = null,
        string? method = null,
        string? destination = null,
        string? outcome = null,
        string? decided = null,
        bool stay = true,
        string? estimated = null,
        string? legal = null,
        string ward = "W1")
    {
        month.Referrals.Add(new(
            $"R-{key}", Known(person), person, RegionTold.Day(received ?? start), commissioner, sender, null, reason, home, line,
            RegionTold.DayOrOpen(decided), outcome, RegionTold.DayOrOpen(end)));
        month.Spells.Add(new(key, $"R-{key}", person, home, RegionTold.Day(start), RegionTold.DayOrOpen(end), method, destination,
            RegionTold.DayOrOpen(estimated), legal));
        if (stay)
        {
            Stay($"W-{key}", key, start, end, site, bedClass, line, home, leave, distance, ward);
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
        int? distance = null,
        decimal? rate = null,
        string? planned = null,
        string? barrier = null)
    {
        month.Oaps.Add(new(
            key, Known(person), person, home, sender ?? month.Provider, receiver, site, reason, RegionTold.Day(start), RegionTold.DayOrOpen(end), bedClass,
            line, endReason, rate, RegionTold.DayOrOpen(planned), barrier, distance));
        return this;
    }

    /// <summary>Tells a patient, or tells of one already there otherwise.</summary>
    public Teller Patient(
        string person, int? age = 40, string? gender = "2", string? ethnic = "A", int? imd = 5, string? local = null, int? easting = null,
        int? northing = null)
    {
        if (month.Patients.All(p => p.Local != (local ?? person)))
        {
            month.Patients.Add(new(local ?? person, person, age, gender, ethnic, imd, easting, northing));
        }

        return this;
    }

    public Teller Ready(string key, string spell, string start, string? end = null, string? delay = null, string? attributable = null)
    {
        month.Ready.Add(new(key, spell, RegionTold.Day(start), RegionTold.DayOrOpen(end), delay, attributable));
        return this;
    }

    public Teller Spend(
        string payee, decimal amount, string category = "BLOCK", string line = "AAC", string? commissioner = null, string? site = null,
        string? recurrent = null, string? spell = null, string? oap = null)
    {
        month.Spend.Add(new(payee, line, category, amount, commissioner, site, recurrent, spell, oap));
        return this;
    }

    public Teller Ward(
        string code, int available = 300, int closed = 0, int? commissioned = 10, int? open = 10, string? bedClass = "200", string? reason = null,
        string? sex = "X", string? security = "0", string? site = null, string? name = null)
    {
        month.Wards.Add(new(
            code, site ?? FirstSite[month.Provider], bedClass, "AAC", commissioned, available, closed, open, sex, security, reason, name));
        return this;
    }

    public Teller Caseload(string key, string person, string start, string? end = null, string line = "AAC")
    {
        Known(person);
        month.Caseloads.Add(new(key, person, "QEE", line, RegionTold.Day(start), RegionTold.DayOrOpen(end)));
        return this;
    }

    /// <param name="spell">With its provider's prefix.</param>
    /// <param name="oap">With its sender's prefix.</param>
    public Teller Review(
        string key, string person, string date, string? spell = null, string? oap = null, string type = "CASE", string? next = null,
        string? planned = null, string? barrier = null)
    {
        Known(person);
        month.Reviews.Add(new(
            key, person, RegionTold.Day(date), spell, oap, type, RegionTold.DayOrOpen(next), RegionTold.DayOrOpen(planned), barrier));
        return this;
    }

    public Teller Request(string key, string person, string received, string outcome, string? decided = null)
    {
        Known(person);
        month.Requests.Add(new(key, person, "QEE", At(received), outcome, decided is null ? null : At(decided)));
        return this;
    }

    public Teller Offer(string key, string request, string site, string answer, string? answered = null, string? decline = null)
    {
        month.Offers.Add(new(key, request, site, answer, answered is null ? null : At(answered), decline));
        return this;
    }

    public Teller Incident(string key, string stay, string date)
    {
        month.Incidents.Add(new(key, stay, RegionTold.Day(date)));
        return this;
    }

    /// <summary>The LocalPatientID of a person; who is not told yet is told with it.</summary>
    string Known(string person)
    {
        if (month.Patients.All(p => p.Person != person))
        {
            Patient(person);
        }

        return month.Patients.First(p => p.Person == person).Local;
    }

    static DateTime At(string text) => DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
