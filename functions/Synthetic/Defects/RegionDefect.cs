using Homeward.Columns;
using Homeward.Submissions.Specification;
using Homeward.Synthetic.Extract;
using Homeward.Synthetic.Story;

namespace Homeward.Synthetic.Defects;

/// <summary>One way to make what is told of a placement untrue, and the rule of the region's computation that must find it.</summary>
/// <param name="Fits">Whether a placement, in a month in which it is told, lends itself to it. Sender and receiver must come to the same answer.</param>
sealed record RegionDefect(string Rule, Func<Episode, Month, bool> Fits)
{
    /// <summary>Changes the sender's submission, given its row of oaps; gives the row that the rule must find. Null: it stays as it is.</summary>
    public Func<Draft, DraftRow, Episode, DraftRow>? AtSender { get; init; }

    /// <summary>Changes the receiver's submission, given the referral; the rule must find the ward stay. Null: it stays as it is.</summary>
    public Action<DraftRow>? AtReceiver { get; init; }

    public static IReadOnlyList<RegionDefect> All { get; } =
    [
        new("OAP002", (placed, month) => IsOnBothSides(placed, month) && EndsIn(placed, month)) { AtSender = (_, oap, _) => Change(oap, ("EndDateOAP", ""), ("EndReason", "")) },
        new("OAP003", (placed, month) => !placed.Provider.Submits)
        {
            AtSender = (draft, oap, _) => Change(oap, ("SiteIDReceiving", draft["beds"][0]["SiteIDOfWard"])),
        },
        new("OAP004", IsOnBothSides) { AtSender = (_, oap, placed) => Change(oap, ("OATReason", placed.Placement!.Reason == "10" ? "12" : "10")) },
        new("OAP004", (placed, month) => IsOnBothSides(placed, month) && Month.Of(placed.Start) == month && Month.Of(placed.Start.AddDays(3)) == month)
        {
            AtSender = (_, oap, placed) => Change(oap, ("StartDateOAP", Case.Text(placed.Start.AddDays(3)))),
        },
        new("OAP005", (placed, month) => placed.Placement!.By.HasFlag(Recorded.Sender) && placed.Placement.EndReason is "DIS" or "RPC" && EndsIn(placed, month))
        {
            AtSender = (_, oap, _) => Change(oap, ("EndReason", "REP")),
        },
        new("OAP007", (placed, month) => placed.Placement!.By == Recorded.Receiver && placed.Start <= month.LastDay && placed.End > month.LastDay)
        {
            AtReceiver = referral => referral["ReasonOAT"] = "",
        },
        new("CON001", (placed, month) => IsOnBothSides(placed, month) && Nights.In(month, placed.Start, placed.End) > 3)
        {
            AtSender = AtHomeToo,
            AtReceiver = _ => { },
        },
    ];

    /// <summary>What is made untrue of a sender's placements in a month: each kind once at most, and of a placement one thing at most.</summary>
    public static IEnumerable<(RegionDefect Kind, Episode Placement)> Plan(IEnumerable<Episode> placements, Month month, Random chance)
    {
        var free = placements.Where(placed => placed.IsIn(month.FirstDay, month.LastDay)).ToList();
        var kinds = All.ToArray();
        chance.Shuffle(kinds);
        foreach (var kind in kinds)
        {
            if (free.Find(placed => kind.Fits(placed, month)) is not { } placement)
                continue;
            free.Remove(placement);
            yield return (kind, placement);
        }
    }

    static bool IsOnBothSides(Episode placed, Month month) => placed.Provider.Submits && placed.Placement!.By == Recorded.Both;

    static bool EndsIn(Episode placed, Month month) => placed.End is { } end && Month.Of(end) == month;

    static DraftRow Change(DraftRow row, params (string Field, string Value)[] values)
    {
        foreach (var (field, value) in values)
            row[field] = value;
        return row;
    }

    // One night on a ward of the sender's own, in the middle of the placement.
    static DraftRow AtHomeToo(Draft draft, DraftRow oap, Episode placed)
    {
        var month = draft.Context.Period;
        var day = (placed.Start > month.FirstDay ? placed.Start : month.FirstDay).AddDays(1);
        var ward = draft["beds"].First(bed => bed["MHAdmittedPatientClass"] == BedCodes.In(month, placed.Parts[0].Ward.BedClass));
        var referral = draft.Add(
            SpecificationTables.Referrals,
            ("LocalPatientID", oap["LocalPatientID"]),
            ("ReferralRequestReceivedDate", Case.Text(day)),
            ("SourceOfReferralMH", "H1"),
            ("PrimReasonReferralMH", "18"));
        var spell = draft.Add(
            SpecificationTables.Spells,
            ("ServiceRequestID", referral["ServiceRequestID"]),
            ("StartDateHospProvSpell", Case.Text(day)),
            ("SourceAdmMHHospProvSpell", "19"),
            ("MethAdmMHHospProvSpell", "21"),
            ("DischDateHospProvSpell", Case.Text(day.AddDays(1))),
            ("MethOfDischMHHospProvSpell", "1"),
            ("DestOfDischHospProvSpell", "19"));
        return draft.Add(
            SpecificationTables.WardStays,
            ("HospProvSpellID", spell["HospProvSpellID"]),
            ("WardCode", ward["WardCode"]),
            ("SiteIDOfWard", ward["SiteIDOfWard"]),
            ("StartDateWardStay", Case.Text(day)),
            ("EndDateWardStay", Case.Text(day.AddDays(1))),
            ("MHAdmittedPatientClass", ward["MHAdmittedPatientClass"]));
    }
}
