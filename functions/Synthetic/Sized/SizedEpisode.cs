using Homeward.Synthetic.Story;

namespace Homeward.Synthetic.Sized;

static class SizedEpisode
{
    public static Episode Of(Random chance, Person person, List<WardPart> parts, Placement? placement)
    {
        var episode = Stays.Of(chance, person, parts, placement);

        // A clean submission has nothing for any rule to find.
        episode.PostcodeBecomesHospital = null;
        return episode;
    }
}
