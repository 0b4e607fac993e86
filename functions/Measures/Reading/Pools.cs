using System.Text;
using Homeward.Columns;
using Homeward.Measures.Records;
using Homeward.Reference;

namespace Homeward.Measures.Reading;

/// <summary>The numbers that codes have in a run, and how a code as sent becomes one.</summary>
sealed class Pools(ReferenceData reference)
{
    public CodePool Organisations { get; } = new();

    public CodePool Sites { get; } = new();

    public CodePool Icbs { get; } = new();

    public CodePool BedClasses { get; } = new();

    public CodePool Genders { get; } = new();

    public CodePool Reasons { get; } = new();

    public CodePool PrimaryReasons { get; } = new();

    public CodePool Outcomes { get; } = new();

    public CodePool EndReasons { get; } = new();

    public CodePool Barriers { get; } = new();

    public CodePool DelayReasons { get; } = new();

    public CodePool AttributableTo { get; } = new();

    public CodePool ReviewTypes { get; } = new();

    public CodePool Answers { get; } = new();

    public CodePool DeclineReasons { get; } = new();

    public CodePool WardSexes { get; } = new();

    public CodePool WardSecurity { get; } = new();

    public CodePool ClosedReasons { get; } = new();

    public CodePool DischargeMethods { get; } = new();

    public CodePool Destinations { get; } = new();

    public CodePool LegalStatuses { get; } = new();

    public Codes Organisation(TextColumn column) => new(column, Organisations.Add);

    public Codes Site(TextColumn column) => new(column, Sites.Add);

    public Codes Icb(TextColumn column) => new(column, Icbs.Add);

    /// <summary>The v6 class; unknown where it is neither a v5 nor a v6 code.</summary>
    public Codes BedClass(TextColumn column) =>
        new(column, text => reference.Codes.BedClass(Encoding.UTF8.GetString(text)) is { } v6 ? BedClasses.Add(v6) : 0);

    /// <summary>A code that the list of the month has, declared unknowns included; any other is unknown.</summary>
    public Codes Listed(TextColumn column, CodeList list, CodePool pool, Month month) =>
        new(column, text => reference.Codes.Status(list, Encoding.UTF8.GetString(text), month) == CodeStatus.Invalid ? 0 : pool.Add(text));

    /// <summary>The organisation that a code stands for on a date: a site counts as its organisation, an unknown code as itself.</summary>
    public int Owner(ReadOnlySpan<byte> code, DateOnly on) =>
        reference.OwningOrganisation(Encoding.UTF8.GetString(code), on) is { } owner ? Organisations.Add(owner) : Organisations.Add(code);

    public static Codes Line(TextColumn column) =>
        new(column, text => ServiceLines.TryParse(Encoding.UTF8.GetString(text), out var line) ? (int)line : 0);
}
