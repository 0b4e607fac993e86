using Homeward.Columns;

namespace Homeward.Interop.Tests.Measures.Tangled;

/// <summary>
/// A small region made by chance from a seed, as submissions: people with spells at several providers, placements told by one side or both,
/// months that are missing, come twice or change their mind, records that are lost, codes nobody knows, moves from ward to ward and from
/// hospital to hospital.
/// </summary>
sealed class TangledRegion
{
    readonly Random random;
    readonly Month first;
    readonly Month last;
    readonly Dictionary<(string Provider, Month Month), Sheets> sheets = [];

    public TangledRegion(int seed, Month first, Month last, int people)
    {
        random = new Random(seed);
        (this.first, this.last) = (first, last);
        foreach (var provider in TangledWorld.Providers)
        {
            for (var month = first; month <= last; month += 1)
            {
                if (!Chance(8))
                {
                    sheets[(provider, month)] = new(provider, month);
                }
            }
        }

        var lives = new TangledLives(this, new Random(seed + 1_000));
        for (var person = 0; person < people; person++)
        {
            lives.Live(person);
        }

        new TangledServices(this, new Random(seed + 2_000)).Add(people);
    }

    public Month First => first;

    public Month Last => last;

    /// <summary>The provider's file of a month; null where it sends none.</summary>
    public Sheets? Of(string provider, Month month) => sheets.GetValueOrDefault((provider, month));

    /// <summary>Writes <c>landing/</c> and <c>reference/</c>.</summary>
    public void Write(string folder)
    {
        var reference = Directory.CreateDirectory(Path.Combine(folder, "reference")).FullName;
        foreach (var (name, text) in TangledWorld.Files)
        {
            File.WriteAllText(Path.Combine(reference, name), text + "\n");
        }

        foreach (var file in sheets.Values)
        {
            if (Chance(10))
            {
                file.Write(folder, "first", 8, half: true);
            }

            var rejected = Chance(5);
            if (rejected || Chance(5))
            {
                file.Write(folder, "broken", 9, broken: true);
            }

            if (!rejected)
            {
                file.Write(folder, "monthly", Chance(10) ? 25 : 15);
            }
        }
    }

    bool Chance(int percent) => random.Next(100) < percent;
}
