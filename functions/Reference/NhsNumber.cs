namespace Homeward.Reference;

/// <summary>NHS numbers: ten digits, the last a modulus 11 check digit (domain.md §1.3).</summary>
public static class NhsNumber
{
    /// <summary>
    /// True for exactly ten ASCII digits whose check digit fits and that are no placeholder.
    /// Spaces are not accepted: the specification's format is ten digits.
    /// </summary>
    public static bool IsValid(ReadOnlySpan<byte> number)
    {
        if (number.Length != 10)
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < 10; i++)
        {
            var digit = number[i] - '0';
            if ((uint)digit > 9)
            {
                return false;
            }

            // Weights 10 … 2, and 1 for the check digit: the whole sum of a good number is a multiple of 11,
            // and a check digit of 10 can never make it one.
            sum += digit * (10 - i);
        }

        return sum % 11 == 0 && !IsPlaceholder(number);
    }

    /// <summary>NHS England refuses 0000000000 … 9999999999 and 1000000001 … 9000000009, which would pass the check.</summary>
    static bool IsPlaceholder(ReadOnlySpan<byte> number) =>
        number[0] == number[9]
        && (number[1..9].IndexOfAnyExcept(number[0]) < 0 || number[1..9].IndexOfAnyExcept((byte)'0') < 0);
}
