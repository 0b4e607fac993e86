using System.Runtime.InteropServices;
using Homeward.Columns;
using Homeward.Measures.Records;

namespace Homeward.Measures.Reading;

/// <summary>The spells of one provider, newest month first: the first seen of a key is its record.</summary>
sealed class SpellReader(Pools pools, PeopleReader people, ReferralReader referrals)
{
    static readonly string[] Columns =
    [
        "hosp_prov_spell_id", "service_request_id", "person_id", "home_icb", "start_date_hosp_prov_spell", "disch_date_hosp_prov_spell",
        "meth_of_disch_mh_hosp_prov_spell", "dest_of_disch_hosp_prov_spell", "estimated_disch_date_hosp_prov_spell", "legal_status_code",
    ];

    Demographics[] ofMonth = [];

    public Utf8PoolBuilder Keys { get; } = new();

    /// <summary>One per key, in the order of <see cref="Keys"/>; persons are still the provider's.</summary>
    public List<Spell> Rows { get; } = [];

    public void Read(MonthFile file)
    {
        var table = file.Read("spells", Columns);
        var key = table.Text("hosp_prov_spell_id");
        var referral = referrals.Of(table.Text("service_request_id"));
        var person = people.Of(table.Text("person_id"));
        var home = pools.Icb(table.Text("home_icb"));
        var start = table.Date("start_date_hosp_prov_spell");
        var end = new Days(table.Date("disch_date_hosp_prov_spell"));
        var method = new Codes(table.Text("meth_of_disch_mh_hosp_prov_spell"), pools.DischargeMethods.Add);
        var destination = new Codes(table.Text("dest_of_disch_hosp_prov_spell"), pools.Destinations.Add);
        var estimated = new Days(table.Date("estimated_disch_date_hosp_prov_spell"));
        var legal = new Codes(table.Text("legal_status_code"), pools.LegalStatuses.Add);
        ofMonth = new Demographics[Rows.Count + table.RowCount];
        for (var row = 0; row < table.RowCount; row++)
        {
            var spell = Keys.Add(key.Utf8(row));
            ofMonth[spell] = people.DemographicsOf(person[row]);
            if (spell < Rows.Count)
            {
                continue;
            }

            Rows.Add(new()
            {
                Person = people.SameAs(person[row]),
                Patient = people.Patient(person[row]),
                Provider = file.Provider,
                Key = spell,
                Month = file.Index,
                Start = start.Values[row],
                End = end[row],
                Referral = referral[row],
                DischargeMethod = method[row],
                Destination = destination[row],
                EstimatedDischarge = estimated[row],
                LegalStatus = legal[row],
                Home = home[row],
                Demographics = ofMonth[spell],
            });
        }
    }

    /// <summary>The record of each row's spell; -1 where there is none.</summary>
    public Codes Of(TextColumn spell) => new(spell, Keys.Find, -1);

    /// <summary>
    /// The end of a record below a spell: nobody stays, or waits, in a spell that its own submission says is over. Left open, it ends with it.
    /// </summary>
    /// <param name="spell">-1 none.</param>
    public int EndWithin(int spell, int end, short month) =>
        end == Day.Open && spell >= 0 && Rows[spell].Month == month ? Rows[spell].End : end;

    /// <summary>What the patients row of the month read last says of the spell's person.</summary>
    public Demographics InMonth(int spell) => ofMonth[spell];

    /// <summary>Gives every spell what its referral's record says.</summary>
    public void Join()
    {
        var rows = CollectionsMarshal.AsSpan(Rows);
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Referral < 0)
            {
                continue;
            }

            var referral = referrals.Rows[rows[i].Referral];
            rows[i].Commissioner = referral.Commissioner;
            rows[i].PrimaryReason = referral.PrimaryReason;
            rows[i].Sender = referral.Sender;
            rows[i].Reason = referral.Reason;
            rows[i].Placed = referral.Placed;
        }
    }
}
