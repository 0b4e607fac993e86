using Homeward.Columns;
using Homeward.Synthetic.Files;
using Homeward.Synthetic.Story;

namespace Homeward.Synthetic.Extract;

/// <summary>requests and offers: what the patient flow hub was asked, and whom it asked.</summary>
sealed class HubRows(ProviderRecords records, Month month)
{
    // The answers to one request are numbered within it.
    const int OffersPerRequest = 10;

    readonly DateTime after = (month + 1).FirstDay.ToDateTime(default);

    readonly IReadOnlyList<Local<BedRequest>> requests = records.Requests[month];

    public IEnumerable<(int Patient, Person Person)> People => requests.Select(request => (request.Patient, request.Event.Person));

    public void Requests(CsvSink csv)
    {
        foreach (var (request, number, patient) in requests)
        {
            var decided = request.Decided < after;
            csv.Key('B', number).Key('P', patient).Text(request.Referring).DateTime(request.Received);
            csv.Text(BedCodes.In(month, request.BedClass)).Text(request.PrimaryReason).Text(decided ? request.Outcome : "PND");
            csv.DateTime(decided ? request.Decided : null).Text(decided ? request.Alternative : "");
            csv.Text(decided ? request.AcceptingSite : "").End();
        }
    }

    public void Offers(CsvSink csv)
    {
        foreach (var (request, number, _) in requests)
        {
            for (var i = 0; i < request.Offers.Count && request.Offers[i].Asked < after; i++)
            {
                var offer = request.Offers[i];
                var answered = offer.Answered < after;
                csv.Key('F', number * OffersPerRequest + i).Key('B', number).Text(offer.Site).DateTime(offer.Asked);
                csv.DateTime(answered ? offer.Answered : null).Text(answered ? offer.Answer : "NOA").Text(answered ? offer.Reason : "").End();
            }
        }
    }
}
