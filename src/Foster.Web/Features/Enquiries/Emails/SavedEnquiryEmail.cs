using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Enquiries.Emails;

/// <summary>The e-mail by which somebody comes back to what they have begun. It says nothing of what they wrote.</summary>
public static class SavedEnquiryEmail
{
    public static readonly MailTemplate SavedWords = new()
    {
        Key = "enquiry.saved",
        Name = "Link to an unfinished enquiry",
        Recipient = "Whoever stops in the middle of the form and asks for a link to come back by",
        Own = [Placeholders.Date, Placeholders.Day, Placeholders.Link],
        Must = [Placeholders.Link],
        Subject = "Your link to carry on",
        Body = """
            You asked us for a link, so that you can carry on where you stopped:
            {link}

            It works once, until {day}. After that day we erase what you typed.

            If you did not ask for this, you do not need to do anything.

            If you have a question, call {team} on {telephone}.

            {team}
            """,
    };

    public static Email Saved(string to, Council council, DateOnly lastDay, string link) =>
        SavedWords.Write(to, new MailValues(council).On(lastDay).Link(link));
}
