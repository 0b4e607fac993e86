namespace Homeward.Measures.Tests.Told;

/// <summary>A patients row, as curated. Keys are local: the month's file prefixes them.</summary>
/// <param name="Easting">Of the home, in metres, as curated: rounded to 1,000.</param>
sealed record Patient(
    string Local,
    string Person,
    int? Age = 40,
    string? Gender = "2",
    string? Ethnic = "A",
    int? Imd = 5,
    int? Easting = null,
    int? Northing = null);

sealed record Referral(
    string Key,
    string Patient,
    string Person,
    DateOnly Received,
    string? Commissioner = null,
    string? Referring = null,
    string? Primary = null,
    string? Reason = null,
    string? Home = null,
    string? Line = null,
    DateOnly? Decided = null,
    string? Outcome = null,
    DateOnly? Discharged = null);

sealed record Spell(
    string Key,
    string Referral,
    string Person,
    string? Home,
    DateOnly Start,
    DateOnly? End = null,
    string? Method = null,
    string? Destination = null,
    DateOnly? Estimated = null,
    string? Legal = null);

sealed record Stay(
    string Key,
    string Spell,
    string Person,
    string? Home,
    string Site,
    DateOnly Start,
    DateOnly? End = null,
    string? BedClass = "200",
    string? Line = "AAC",
    int? Leave = null,
    int? Distance = null,
    string Ward = "W1");

sealed record Oap(
    string Key,
    string Patient,
    string Person,
    string? Home,
    string Sending,
    string Receiving,
    string? Site,
    string? Reason,
    DateOnly Start,
    DateOnly? End = null,
    string? BedClass = "200",
    string? Line = "AAC",
    string? EndReason = null,
    decimal? Rate = null,
    DateOnly? Planned = null,
    string? Barrier = null,
    int? Distance = null);

sealed record Ward(
    string Code,
    string Site,
    string? BedClass = "200",
    string? Line = "AAC",
    int? Commissioned = 10,
    int Available = 300,
    int Closed = 0,
    int? Open = 10,
    string? Sex = "X",
    string? Security = "0",
    string? Reason = null,
    string? Name = null);

sealed record ReadyTold(string Key, string Spell, DateOnly Start, DateOnly? End = null, string? Delay = null, string? Attributable = null);

sealed record OnCaseload(string Key, string Person, string? Home, string Line, DateOnly Start, DateOnly? End = null);

/// <param name="Spell">With its provider's prefix, or null.</param>
/// <param name="Oap">With its sender's prefix, or null.</param>
sealed record ReviewTold(
    string Key,
    string Person,
    DateOnly Date,
    string? Spell = null,
    string? Oap = null,
    string Type = "CASE",
    DateOnly? Next = null,
    DateOnly? Planned = null,
    string? Barrier = null);

sealed record RequestTold(
    string Key,
    string Person,
    string? Home,
    DateTime Received,
    string Outcome,
    DateTime? Decided = null,
    string? BedClass = "200",
    string? Line = "AAC",
    string? Primary = null);

sealed record OfferTold(string Key, string Request, string Site, string Answer, DateTime? Answered = null, string? Decline = null);

sealed record IncidentTold(string Key, string Stay, DateOnly Date);

/// <param name="Spell">With its provider's prefix, or null.</param>
/// <param name="Oap">With its sender's prefix, or null.</param>
sealed record SpendTold(
    string Payee,
    string Line,
    string Category,
    decimal Amount,
    string? Commissioner = null,
    string? Site = null,
    string? Recurrent = null,
    string? Spell = null,
    string? Oap = null);
