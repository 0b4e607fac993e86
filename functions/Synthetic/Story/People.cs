using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Story;

/// <summary>Invents people, each with an NHS number of their own.</summary>
sealed class People(Random chance, NhsNumbers numbers)
{
    static readonly string[] Ethnicities = ["A", "A", "A", "A", "B", "C", "D", "F", "H", "J", "K", "M", "N", "R", "S"];

    /// <param name="years">Age in whole years on the day.</param>
    public Person Of(HomeArea home, DateOnly on, int years)
    {
        // Not within four months of the next birthday: nobody changes bed class by age during an ordinary stay.
        var born = on.AddYears(-years).AddDays(-1 - chance.Next(240));
        return new(
            numbers.Next(),
            born,
            chance.Next(100) switch { < 52 => "2", < 97 => "1", < 99 => "3", _ => "4" },
            Ethnicities[chance.Next(Ethnicities.Length)],
            home,
            home.Places[chance.Next(home.Places.Count)],
            home.Practices[chance.Next(home.Practices.Count)]);
    }
}
