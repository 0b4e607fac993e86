using System.Globalization;
using Homeward.Columns;

namespace Homeward.Interop.Tests.Measures.Tangled;

/// <summary>Somebody whom providers know more or less well: some lack the NHS number at first, some the home.</summary>
sealed class TangledPerson
{
    static readonly DateOnly[] Births = [new(1950, 3, 1), new(1959, 12, 15), new(1985, 6, 30), new(1999, 2, 11), new(2007, 2, 3), new(2010, 8, 8)];

    readonly Random random;
    readonly Month named;
    readonly string? home;
    readonly string? postcode;
    readonly string? practice;
    readonly DateOnly birth;

    public TangledPerson(int number, Random random, TangledRegion region)
    {
        (this.random, Number) = (random, number);
        named = Chance(85) ? region.First : Chance(70) ? region.First + random.Next(4) : region.Last + 1;
        home = Chance(35) ? Pick(TangledWorld.Homes) : null;
        postcode = Pick(TangledWorld.Postcodes);
        practice = Chance(60) ? Pick(TangledWorld.Practices) : null;
        birth = Pick(Births);
    }

    public int Number { get; }

    /// <summary>Adds the patients row where the file has none; what it says differs a little from file to file.</summary>
    /// <returns>The local key.</returns>
    public string Tell(Sheets file, string provider)
    {
        var local = $"P{Number}";
        var nameless = file.Month < named;
        file.Add(
            "patients", ("LocalPatientID", local), ("NHSNumber", nameless ? null : NhsNumber(Number)), ("NHSNumberStatus", nameless ? "07" : "01"),
            ("PersonBirthDate", Chance(90) ? birth : null), ("Postcode", Chance(85) ? postcode : null), ("GenderIDCode", Pick<string?>(["1", "2", "3", "X", null])),
            ("EthnicCategory", Pick<string?>(["A", "D", "H", "M", "R", "Z", "99", "q", null])), ("GMPReg", Chance(85) ? practice : null),
            ("HomeICB", Chance(90) ? home : null));
        return local;
    }

    /// <summary>The number-th valid NHS number from 4000000000 on.</summary>
    static string NhsNumber(int number)
    {
        for (var stem = 400_000_000; ; stem++)
        {
            var digits = stem.ToString(CultureInfo.InvariantCulture);
            var check = 11 - digits.Select((digit, i) => (digit - '0') * (10 - i)).Sum() % 11;
            if (check != 10 && number-- == 0)
            {
                return $"{digits}{check % 11}";
            }
        }
    }

    T Pick<T>(T[] from) => from[random.Next(from.Length)];

    bool Chance(int percent) => random.Next(100) < percent;
}
