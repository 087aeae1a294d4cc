using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Operate.Accounts;

/// <summary>What several pages about accounts ask for.</summary>
public static class AccountFields
{
    public const string Resting =
        "There were too many tries from here. Wait ten minutes, then try again. "
        + "A passkey, or a device on which you have signed in before, works in the meantime.";

    public static readonly TextField Code = new("code")
    {
        Label = "Code from your authenticator app",
        Called = "Code",
        Hint = "6 digits, which change every 30 seconds",
        MissingMessage = "Enter the 6 digits that your app shows now",
        InputMode = "numeric",
        Autocomplete = "one-time-code",
        Width = "govuk-input--width-5",
        Spellcheck = false,
        Pattern = @"(\s*[0-9]){6}\s*",
        PatternMessage = "The code is 6 digits, such as 123 456",
    };

    public static readonly TextField RecoveryCode = new("recovery-code")
    {
        Label = "Recovery code",
        Hint = "16 letters and digits, such as abcd-efgh-jkmn-pqrs. Each works once",
        MissingMessage = "Enter one of your recovery codes",
        Autocomplete = "off",
        Width = "govuk-input--width-20",
        Spellcheck = false,
        Max = 40,
    };

    public static readonly PasswordField PresentPassword = new("present-password")
    {
        Label = "Your password now",
        MissingMessage = "Enter your password now",
        Autocomplete = "current-password",
    };

    public static readonly PasswordField NewPassword = new("new-password")
    {
        Label = "New password",
        Hint =
            "12 characters or more. Three words that do not belong together are easy to remember and hard to guess. "
            + "You can paste it.",
        MissingMessage = "Enter a new password",
        Autocomplete = "new-password",
    };
}
