using Homeward.Columns;
using Homeward.Synthetic.Story;
using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Extract;

/// <summary>One provider's part of a story under its own local keys, which mean nothing outside it.</summary>
sealed class ProviderRecords
{
    readonly Dictionary<Person, int> patients = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<Episode, int> spellNumbers = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<Episode, int> oapNumbers = new(ReferenceEqualityComparer.Instance);
    readonly Month first;
    readonly Month last;

    /// <param name="first">The first month to be extracted.</param>
    /// <param name="last">The last month to be extracted.</param>
    public ProviderRecords(Provider provider, IEnumerable<Ward> wards, StoryBook story, Month first, Month last)
    {
        (Provider, this.first, this.last) = (provider, first, last);
        var code = provider.Code;
        var here = story.Episodes.Where(episode => episode.Provider.Code == code).OrderBy(episode => episode.Start).ToList();
        var sent = story.Episodes.Where(episode => ListedBy(code, episode)).OrderBy(episode => episode.Start).ToList();
        var parts = here.SelectMany(episode => episode.Parts).ToLookup(part => part.Ward.Code);
        Number(here, spellNumbers);
        Number(sent, oapNumbers);
        Wards = [.. wards.Select(ward => new WardCapacity(ward, parts[ward.Code]))];
        Spells = Index(here, episode => episode.Person, episode => (episode.Start, episode.End));
        Sent = Index(sent, episode => episode.Person, episode => (episode.Start, episode.End));
        Enquiries = Index(
            story.Enquiries.Where(enquiry => enquiry.Provider.Code == code).OrderBy(enquiry => enquiry.Received),
            enquiry => enquiry.Person,
            enquiry => (enquiry.Received, enquiry.Decided));
        Reviews = Index(
            KnownReview.Of(story.Reviews.Where(review => review.By == code)), known => known.Review.Episode.Person, known => (known.Review.Date, known.Until));
        Requests = Index(
            story.Requests.Where(request => request.Hub == code).OrderBy(request => request.Received),
            request => request.Person,
            request => (DateOnly.FromDateTime(request.Received), DateOnly.FromDateTime(request.Decided)));
        Community = Index(
            story.Community.Where(care => care.Provider == code).OrderBy(care => care.Start), care => care.Person, care => (care.Start, care.End));
        Payments = Index(
            story.Payments.Where(payment => payment.By == code).OrderBy(payment => payment.Month),
            null,
            payment => (payment.Month.FirstDay, payment.Month.FirstDay));
        Incidents = Index(
            story.Incidents.Where(incident => incident.Episode.Provider.Code == code).OrderBy(incident => incident.Date),
            null,
            incident => (incident.Date, incident.Date));
        Keeps = Kept(story, here, provider);
    }

    public Provider Provider { get; }

    public IReadOnlyList<WardCapacity> Wards { get; }

    /// <summary>Optional tables that the provider keeps at all, and so sends every month.</summary>
    public IReadOnlySet<string> Keeps { get; }

    public MonthIndex<Episode> Spells { get; }

    /// <summary>Placements that the provider lists as sender.</summary>
    public MonthIndex<Episode> Sent { get; }

    public MonthIndex<Enquiry> Enquiries { get; }

    public MonthIndex<KnownReview> Reviews { get; }

    public MonthIndex<BedRequest> Requests { get; }

    public MonthIndex<CommunityCare> Community { get; }

    public MonthIndex<Payment> Payments { get; }

    public MonthIndex<Incident> Incidents { get; }

    /// <summary>Null where the stay is not with this provider.</summary>
    public int? SpellNumber(Episode episode) => spellNumbers.TryGetValue(episode, out var number) ? number : null;

    /// <summary>Null where this provider does not list the stay as sender.</summary>
    public int? OapNumber(Episode episode) => oapNumbers.TryGetValue(episode, out var number) ? number : null;

    static bool ListedBy(string code, Episode episode) =>
        episode.Placement is { } placement && placement.By.HasFlag(Recorded.Sender) && placement.Sender == code;

    static HashSet<string> Kept(StoryBook story, List<Episode> here, Provider provider)
    {
        var code = provider.Code;
        (string Table, bool Kept)[] tables =
        [
            ("oaps", provider.Kind == "NHS"),
            ("reviews", story.Reviews.Exists(review => review.By == code)),
            ("requests", story.Requests.Exists(request => request.Hub == code)),
            ("offers", story.Requests.Exists(request => request.Hub == code)),
            ("crfd", here.Exists(episode => episode.ReadyOn is not null)),
            ("community", story.Community.Exists(care => care.Provider == code)),
            ("spend", story.Payments.Exists(payment => payment.By == code)),
            ("restrictive", story.Incidents.Exists(incident => incident.Episode.Provider.Code == code)),
        ];
        return [.. tables.Where(table => table.Kept).Select(table => table.Table)];
    }

    MonthIndex<T> Index<T>(IEnumerable<T> events, Func<T, Person>? person, Func<T, (DateOnly From, DateOnly? To)> dates) =>
        new(first, last, events.Select((happened, i) => new Local<T>(happened, i + 1, person is null ? 0 : PatientOf(person(happened)))), dates);

    int PatientOf(Person person)
    {
        if (!patients.TryGetValue(person, out var number))
            patients[person] = number = patients.Count + 1;
        return number;
    }

    static void Number(List<Episode> episodes, Dictionary<Episode, int> numbers)
    {
        numbers.EnsureCapacity(episodes.Count);
        for (var i = 0; i < episodes.Count; i++)
            numbers[episodes[i]] = i + 1;
    }
}

/// <summary>An event as one provider numbers it.</summary>
/// <param name="Number">Of the event's own key, from 1 by date.</param>
/// <param name="Patient">Of the person's local id; 0 where the event is about nobody.</param>
readonly record struct Local<T>(T Event, int Number, int Patient);
