using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Messages.Emails;

/// <summary>Shows the words of a kind of message to the administrator who wrote them.</summary>
public static class TestEmail
{
    public static readonly MailTemplate Words = MailTemplate.Unchanging(
        "message.test",
        "Test message",
        "An administrator who tries out the words of a message, at their own address",
        "Its words are those that are tried out."
    );

    public static Email Of(string to, Wording words, int? version) =>
        Words.Say(to, Cut($"Test: {words.Subject}"), words.Body) with
        {
            WordsVersion = version,
        };

    private static string Cut(string subject) =>
        subject.Length <= Wording.LongestSubject ? subject : subject[..Wording.LongestSubject];
}
