using Homeward.Columns;
using Homeward.Measures.Records;
using Homeward.Reference;

namespace Homeward.Measures.Reading;

/// <summary>The spend rows of one provider: every month's, for they are facts of a month.</summary>
sealed class SpendReader(Pools pools, Links links)
{
    static readonly string[] Columns =
    [
        "org_id_payee", "site_id_payee", "org_id_comm", "service_line", "category", "amount_actual", "recurrent", "hosp_prov_spell_id",
        "oap_id",
    ];

    public List<SpendRow> Rows { get; } = [];

    public void Read(int provider, Month month, CuratedTableReader read)
    {
        var table = read("spend", Columns);
        var payee = pools.Organisation(table.Text("org_id_payee"));
        var site = pools.Site(table.Text("site_id_payee"));
        var commissioner = pools.Organisation(table.Text("org_id_comm"));
        var line = Pools.Line(table.Text("service_line"));
        var category = new Codes(table.Text("category"), Category, (int)SpendCategory.Other);
        var amount = table.Decimal("amount_actual");
        var recurrent = table.Text("recurrent");
        var (spell, oap) = (links.Of(table.Text("hosp_prov_spell_id")), links.Of(table.Text("oap_id")));
        for (var row = 0; row < table.RowCount; row++)
        {
            Rows.Add(new()
            {
                Provider = provider,
                Month = month,
                Payee = payee[row],
                Site = site[row],
                Commissioner = commissioner[row],
                Line = (ServiceLine)line[row],
                Category = (SpendCategory)category[row],
                Pence = amount.Values[row],
                Recurrent = recurrent.Utf8(row).SequenceEqual("Y"u8),
                Spell = spell[row],
                Oap = oap[row],
            });
        }
    }

    /// <summary>By name only: an unknown code that is a number is no category.</summary>
    static int Category(ReadOnlySpan<byte> code)
    {
        var text = System.Text.Encoding.UTF8.GetString(code);
        var category = Array.FindIndex(Enum.GetNames<SpendCategory>(), name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        return category < 0 ? (int)SpendCategory.Other : category;
    }
}
