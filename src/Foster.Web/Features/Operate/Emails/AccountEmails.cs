using Foster.Web.Features.Operate.Accounts;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Operate.Emails;

/// <summary>Who gets a message about an account, and whose it is from.</summary>
public sealed record AccountMailTo(string Address, string Name, Council Council, string Site)
{
    public string FirstName => Name.Split(' ')[0];
}

/// <summary>The messages about accounts. Links stand in those that were asked for, and in no other.</summary>
public static class AccountEmails
{
    private const string Security =
        "It protects the account: its words say plainly what happened, and are the same for everybody.";

    /// <summary>What owners are told of what happened to their account, one for each thing.</summary>
    public static readonly IReadOnlyList<MailTemplate> NewsWords =
    [
        .. Enum.GetValues<AccountNews>()
            .Select(news =>
                MailTemplate.Unchanging(
                    KindOf(news),
                    Subject(news),
                    "The owner of the account, when it happens",
                    Security
                )
            ),
    ];

    public static readonly MailTemplate ResetWords = MailTemplate.Unchanging(
        "account.reset-link",
        "Link for a new password",
        "Whoever asked for a new password",
        Security
    );

    public static readonly MailTemplate NewAddressWords = MailTemplate.Unchanging(
        "account.confirm-email",
        "Confirm an e-mail address",
        "Whoever gave a new e-mail address, at that address",
        Security
    );

    public static readonly MailTemplate InvitationWords = new()
    {
        Key = "account.invitation",
        Name = "Invitation to work here",
        Recipient = "Staff and panel members who are invited to take up an account",
        Own = [Placeholders.FirstName, Placeholders.Link, Placeholders.Days, Placeholders.Site],
        Must = [Placeholders.Link],
        Subject = "Your account at {team} ({site})",
        Body = """
            Hello {first name},

            {team} invites you to work with them here. Take it up here:
            {link}

            The link is yours alone and works once, for {days} days. If you have no account yet, you choose a password and set up an authenticator app or a passkey, so have your phone with you. If you have one, you sign in with it.

            {team}
            Telephone {telephone}
            """,
    };

    public static string KindOf(AccountNews news) =>
        news switch
        {
            AccountNews.PasswordReset => "account.password-reset",
            AccountNews.PasswordChanged => "account.password-changed",
            AccountNews.AuthenticatorAdded => "account.authenticator-added",
            AccountNews.AuthenticatorRemoved => "account.authenticator-removed",
            AccountNews.PasskeyAdded => "account.passkey-added",
            AccountNews.PasskeyRemoved => "account.passkey-removed",
            AccountNews.RecoveryCodesRenewed => "account.recovery-codes-renewed",
            AccountNews.RecoveryCodeUsed => "account.recovery-code-used",
            AccountNews.EmailChangeAsked => "account.email-change-asked",
            AccountNews.RolesChanged => "account.roles-changed",
            AccountNews.Disabled => "account.disabled",
            AccountNews.Enabled => "account.enabled",
            AccountNews.FactorResetAsked => "account.factor-reset-asked",
            AccountNews.FactorReset => "account.factor-reset",
            _ => "account.email-changed",
        };

    public static string Subject(AccountNews news) =>
        news switch
        {
            AccountNews.PasswordReset => "Your password was reset",
            AccountNews.PasswordChanged => "Your password was changed",
            AccountNews.AuthenticatorAdded => "An authenticator app was added to your account",
            AccountNews.AuthenticatorRemoved => "The authenticator app of your account was removed",
            AccountNews.PasskeyAdded => "A passkey was added to your account",
            AccountNews.PasskeyRemoved => "A passkey of your account was removed",
            AccountNews.RecoveryCodesRenewed => "You have new recovery codes",
            AccountNews.RecoveryCodeUsed => "A recovery code was used to sign in",
            AccountNews.EmailChangeAsked => "A new e-mail address was given for your account",
            AccountNews.RolesChanged => "Your roles were changed",
            AccountNews.Disabled => "Your account was disabled",
            AccountNews.Enabled => "Your account works again",
            AccountNews.FactorResetAsked => "Somebody asked to reset your second step",
            AccountNews.FactorReset => "Your second step was reset",
            _ => "The e-mail address of your account was changed",
        };

    public static Email News(AccountMailTo to, AccountNews news, DateTime at) =>
        Write(
            to,
            WordsOf(news),
            Subject(news),
            $"""
            {Subject(news)}, on {BritishTime.Long(at)}.

            If it was you, there is nothing to do. If it was not, call {to.Council.TeamName} on {to.Council.Telephone} at once.
            """
        );

    /// <summary>What an administrator did to somebody's account.</summary>
    public static Email AdministratorsNews(AccountMailTo to, AccountNews news, DateTime at) =>
        Write(
            to,
            WordsOf(news),
            Subject(news),
            $"""
            {Subject(news)}, on {BritishTime.Long(at)}, by an administrator.

            {(
                news is AccountNews.FactorReset
                    ? "Sign in with your password and set up an authenticator app or a passkey at once.\n\n"
                    : ""
            )}If you did not expect this, call {to.Council.TeamName} on {to.Council.Telephone} at once.
            """
        );

    public static Email Reset(AccountMailTo to, string link, int hours) =>
        Write(
            to,
            ResetWords,
            "Set a new password",
            $"""
            Somebody asked for a new password for your account. If it was you, set it here:
            {link}

            The link works once, for {hours} hours. Asking again ends it. You still need your authenticator app or passkey if you have one.

            If it was not you, ignore this message: your password stays as it is.
            """
        );

    public static Email Invitation(AccountMailTo to, string link, int days) =>
        InvitationWords.Write(
            to.Address,
            new MailValues(to.Council).For(to.FirstName).Link(link).Days(days).Site(to.Site)
        );

    public static Email NewAddress(AccountMailTo to, string link, int hours) =>
        Write(
            to,
            NewAddressWords,
            "Confirm your e-mail address",
            $"""
            This address was given for an account. Confirm it here:
            {link}

            The link works once, for {hours} hours. If you know nothing of this, ignore this message.
            """
        );

    private static MailTemplate WordsOf(AccountNews news) =>
        NewsWords.Single(w => w.Key == KindOf(news));

    private static Email Write(
        AccountMailTo to,
        MailTemplate template,
        string subject,
        string body
    ) =>
        template.Say(
            to.Address,
            $"{subject} ({to.Site})",
            $"""
            Hello {to.FirstName},

            {body}

            {to.Council.TeamName}
            Telephone {to.Council.Telephone}
            """
        );
}
