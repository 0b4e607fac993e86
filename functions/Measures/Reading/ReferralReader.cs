using Homeward.Columns;
using Homeward.Reference;

namespace Homeward.Measures.Reading;

/// <summary>What a measure needs of a referral.</summary>
struct ReferralRow
{
    public int Commissioner;
    public int Sender;
    public int Reason;
    public int PrimaryReason;
    public bool Placed;
}

/// <summary>The referrals of one provider, newest month first: the first seen of a key is its record.</summary>
sealed class ReferralReader(Pools pools)
{
    static readonly string[] Columns =
        ["service_request_id", "org_id_comm", "org_id_referring_org", "prim_reason_referral_mh", "reason_oat"];

    readonly Utf8PoolBuilder keys = new();
    readonly List<ReferralRow> rows = [];

    public ReferralRow this[int referral] => rows[referral];

    public void Read(MonthFile file)
    {
        var table = file.Read("referrals", Columns);
        var key = table.Text("service_request_id");
        var commissioner = pools.Organisation(table.Text("org_id_comm"));
        var primary = pools.Listed(table.Text("prim_reason_referral_mh"), CodeList.PrimaryReason, pools.PrimaryReasons, file.Month);
        var oat = table.Text("reason_oat");
        var reason = pools.Listed(oat, CodeList.OapReason, pools.Reasons, file.Month);
        var referring = table.Text("org_id_referring_org");
        for (var row = 0; row < table.RowCount; row++)
        {
            if (keys.Add(key.Utf8(row)) < rows.Count)
            {
                continue;
            }

            var placed = !oat.IsNull(row);
            rows.Add(new()
            {
                Commissioner = commissioner[row],
                Sender = placed && !referring.IsNull(row) ? pools.Owner(referring.Utf8(row), file.Month.LastDay) : 0,
                Reason = reason[row],
                PrimaryReason = primary[row],
                Placed = placed,
            });
        }
    }

    /// <summary>The record of each row's referral; -1 where there is none.</summary>
    public Codes Of(TextColumn referral) => new(referral, keys.Find, -1);
}
