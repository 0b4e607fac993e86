namespace Homeward.Synthetic.Story;

/// <summary>Everything that happened.</summary>
sealed class StoryBook
{
    public List<Episode> Episodes { get; } = [];

    public List<Enquiry> Enquiries { get; } = [];

    public List<Review> Reviews { get; } = [];

    public List<BedRequest> Requests { get; } = [];

    public List<CommunityCare> Community { get; } = [];

    public List<Payment> Payments { get; } = [];

    public List<Incident> Incidents { get; } = [];
}
