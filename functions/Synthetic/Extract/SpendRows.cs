using Homeward.Columns;
using Homeward.Synthetic.Files;

namespace Homeward.Synthetic.Extract;

/// <summary>spend.csv: what was paid in the month.</summary>
sealed class SpendRows(ProviderRecords records, Month month)
{
    public void Write(CsvSink csv)
    {
        foreach (var (payment, number, _) in records.Payments[month])
        {
            csv.Key('E', number).Text(payment.Payee).Text(payment.Site).Text(payment.Commissioner).Text(payment.ServiceLine);
            csv.Text(payment.Category).Text($"{payment.Month}").Money(payment.Amount);
            csv.Text(payment.Recurrent switch { true => "Y", false => "N", _ => "" }).Integer(payment.BedDays);
            Stay(csv, payment);
            csv.End();
        }
    }

    void Stay(CsvSink csv, Story.Payment payment)
    {
        if (payment.For is { } paid && records.SpellNumber(paid) is { } spell)
            csv.Key('S', spell).Text(records.Provider.Code).Text("");
        else if (payment.For is { } placed && records.OapNumber(placed) is { } oap)
            csv.Text("").Text("").Key('O', oap);
        else
            csv.Text("").Text("").Text("");
    }
}
