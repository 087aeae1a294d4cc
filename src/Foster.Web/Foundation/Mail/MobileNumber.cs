using System.Text.RegularExpressions;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Foundation.Mail;

/// <summary>A UK number to which a text can be sent.</summary>
public static partial class MobileNumber
{
    /// <summary>As +447700900123; null where it is no UK mobile number.</summary>
    public static string? Of(string? typed) =>
        typed is not null && PhoneField.Normalise(typed) is { } number && Mobile().IsMatch(number)
            ? number
            : null;

    /// <summary>070 numbers are forwarded at a price, and 076 ones are pagers but for the Isle of Man's 07624.</summary>
    [GeneratedRegex(
        @"\A\+447(?:[1-57-9][0-9]{8}|624[0-9]{6})\z",
        RegexOptions.CultureInvariant,
        200
    )]
    private static partial Regex Mobile();
}
