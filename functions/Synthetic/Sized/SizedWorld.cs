using System.Globalization;
using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Sized;

/// <summary>A country of any size: one trust per commissioner's area, at most ten trusts to a collaborative, every service line.</summary>
sealed class SizedWorld
{
    const int BedsPerWard = 18;
    const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    static readonly string[] Lines = ["AAC", "OAC", "ASE", "AED", "PNM", "CYP", "LDA", "REH"];
    static readonly string[] BedClasses = ["200", "200", "301", "201", "206", "200", "212", "203", "202", "204", "207", "205", "309"];

    public SizedWorld(SizedRequest request)
    {
        Homes = [.. Enumerable.Range(0, request.Providers).Select(Home)];
        Trusts = [.. Homes.Select((home, i) => new Provider(Code('S', i), $"Synthetic trust {Number(i + 1)}", "NHS", home.Icb, home.Region) { Submits = true })];
        var wards = Math.Max(BedClasses.Length, request.Rows / BedsPerWard);
        WardsOf = [.. Trusts.Select((trust, i) => (IReadOnlyList<Ward>)[.. Enumerable.Range(0, wards).Select(ward => Ward(trust, Homes[i], ward))])];
        Landscape = new(
            [.. Trusts, Elsewhere.Provider],
            Homes,
            [.. WardsOf.SelectMany(ofOne => ofOne.Select(ward => ward.Site)).DistinctBy(site => site.Code), Elsewhere],
            [.. WardsOf.SelectMany(ofOne => ofOne)],
            [.. Trusts.Chunk(CollaborativeSize(request.Providers)).Select((members, i) => Collaborative(i, members, request))]);
    }

    public IReadOnlyList<HomeArea> Homes { get; }

    public IReadOnlyList<Provider> Trusts { get; }

    /// <summary>Trusts to a collaborative; few enough that there is another one to send people to.</summary>
    public static int CollaborativeSize(int providers) => Math.Clamp(providers / 2, 1, 10);

    /// <summary>By trust.</summary>
    public IReadOnlyList<IReadOnlyList<Ward>> WardsOf { get; }

    public Landscape Landscape { get; }

    /// <summary>A hospital that belongs to no collaborative and never submits.</summary>
    public HospitalSite Elsewhere { get; } =
        new("NXQ01", new("NXQ", "Quarry Bank Hospitals", "IND", null, null), "Quarry Bank", 431000, 434000, "ZY9 1CC");

    static HomeArea Home(int i)
    {
        var (letters, code) = ($"{(char)('A' + i / 26)}{(char)('A' + i % 26)}", Code('Q', i));
        return new(
            code, $"Synthetic ICB {Number(i + 1)}", "Y61", Code('S', i), 200_000 + i % 8 * 50_000, 100_000 + i / 8 % 10 * 50_000, letters, letters);
    }

    static Ward Ward(Provider trust, HomeArea home, int ward)
    {
        var bedClass = BedClasses[ward % BedClasses.Length];
        var second = ward % 3 == 2;
        var site = new HospitalSite(
            trust.Code + (second ? "02" : "01"),
            trust,
            $"{trust.Name}, site {(second ? 2 : 1)}",
            home.Easting + (second ? 12_000 : 1_000),
            home.Northing + 2_000,
            HomeArea.SitePostcode(home.PostcodeArea, second ? 1 : 0));
        var security = bedClass switch { "206" => 1, "207" => 2, _ => 0 };
        return new(string.Create(CultureInfo.InvariantCulture, $"W{ward + 1:000}"), site, $"Ward {Number(ward + 1)}", bedClass, "X", security);
    }

    static CollaborativeSpec Collaborative(int index, Provider[] members, SizedRequest request) =>
        new(string.Create(CultureInfo.InvariantCulture, $"C{index + 1:00}"), $"Synthetic collaborative {Number(index + 1)}")
        {
            BaselineFrom = request.Months > 12 ? request.First : null,
            BaselineTo = request.Months > 12 ? request.First + 11 : null,
            Members = [.. members.Select((member, i) => new MemberSpec(member.Code, i == 0 ? "LEAD" : "MEMBER"))],
            ServiceLines = Lines,
            Flow =
            [
                .. from line in Lines
                   from home in members
                   from site in members
                   from number in (string[])["01", "02"]
                   select new FlowSpec(line, home.Icb!, site.Code + number),
            ],
        };

    static string Code(char prefix, int i) => $"{prefix}{Digits[i / 36]}{Digits[i % 36]}";

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
