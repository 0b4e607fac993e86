namespace Homeward.Measures.Tests.Told;

/// <summary>A patients row, as curated. Keys are local: the month's file prefixes them.</summary>
sealed record Patient(string Local, string Person, int? Age = 40, string? Gender = "2", string? Ethnic = "A", int? Imd = 5);

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

sealed record Spell(string Key, string Referral, string Person, string? Home, DateOnly Start, DateOnly? End = null);

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
