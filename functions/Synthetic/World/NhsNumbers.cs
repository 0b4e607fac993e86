namespace Homeward.Synthetic.World;

/// <summary>
/// NHS numbers with a valid check digit, counted up from 999 000 000 0: the range kept for tests, never issued.
/// After its million stems the count goes on from 900 000 000 0, where none are issued either.
/// </summary>
/// <param name="first">How many nine-digit stems to skip.</param>
sealed class NhsNumbers(int first)
{
    /// <summary>How many stems there are; ten in eleven have a check digit.</summary>
    public const int Stems = 99_000_000;

    const int TestStems = 1_000_000;

    int next = first;

    public string Next()
    {
        while (true)
        {
            var stem = next < TestStems ? 999_000_000 + next : 900_000_000 + next - TestStems;
            var digit = CheckDigit(stem);
            var number = digit < 10 ? stem * 10L + digit : 0;
            next++;
            if (number is not (0 or 9_000_000_009 or 9_999_999_999))
                return number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    /// <summary>A number whose check digit is wrong.</summary>
    public static string Wrong(string number) => number[..9] + (char)('0' + (number[9] - '0' + 1) % 10);

    /// <summary>The modulus 11 check digit of a nine-digit stem; 10 means that the stem is not used.</summary>
    internal static int CheckDigit(int stem)
    {
        var sum = 0;
        for (var weight = 2; weight <= 10; weight++, stem /= 10)
            sum += stem % 10 * weight;
        var digit = 11 - sum % 11;
        return digit == 11 ? 0 : digit;
    }
}
