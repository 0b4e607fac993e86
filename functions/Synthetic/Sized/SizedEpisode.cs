using Homeward.Synthetic.Story;

namespace Homeward.Synthetic.Sized;

static class SizedEpisode
{
    public static Episode Of(Random chance, Person person, List<WardPart> parts, Placement? placement)
    {
        var episode = Stays.Of(chance, person, parts, placement);

        // A clean submission has nothing for any rule to find.
        episode.PostcodeBecomesHospital = null;
        var end = parts[^1].End!.Value;
        if (end.DayNumber - episode.Start.DayNumber > 20 && chance.Next(100) < 15)
            episode.ReadyOn = end.AddDays(-chance.Next(12));
        return episode;
    }
}
