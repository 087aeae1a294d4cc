using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Events.Emails;

/// <summary>Whom a message about a booking goes to, and when it is.</summary>
public sealed record EventMailTo(
    string Address,
    string FirstName,
    Council Council,
    DateTime StartsAt,
    string Link,
    DateTime EndsAt,
    bool IsCall = false
);

/// <summary>The e-mails to those who have booked. Where it is stands on the page behind the link.</summary>
public static class EventEmails
{
    private const string CallSee = "If the time does not suit you any more, cancel the call here:";
    private const string WasSee = "See what it was, and what else there is:";

    public static readonly MailTemplate BookedWords = Template(
        "event.booked",
        "A place is booked",
        "Whoever booked an event, at once",
        "Booked: {day} at {time}",
        "We look forward to you on {day} at {time}."
    );

    public static readonly MailTemplate CallBookedWords = Template(
        "event.call-booked",
        "A call is booked",
        "Whoever booked a call, as soon as the time is theirs",
        "Booked: we ring you on {day} between {time} and {end time}",
        "We ring you on {day} between {time} and {end time}, on the number that you gave us. You do not have to do anything until then.",
        CallSee,
        ends: true
    );

    public static readonly MailTemplate CallReminderWords = Template(
        "event.call-reminder",
        "Reminder of a call",
        "Whoever booked a call, two days before",
        "Reminder: we ring you on {day} between {time} and {end time}",
        "This is a reminder of the call that you booked: we ring you on {day} between {time} and {end time}.",
        CallSee,
        ends: true
    );

    public static readonly MailTemplate WaitingWords = Template(
        "event.waiting",
        "On the waiting list",
        "Whoever booked what was full, at once",
        "You are on the waiting list for {day}",
        "Every place on {day} at {time} is taken. You are on the waiting list, and we write to you as soon as one is free."
    );

    public static readonly MailTemplate MovedUpWords = Template(
        "event.moved-up",
        "A place became free",
        "Whoever waited the longest, when somebody else has cancelled",
        "You have a place: {day} at {time}",
        "A place became free, and it is yours: {day} at {time}. If you cannot come, cancel it by the link, so that somebody else can."
    );

    public static readonly MailTemplate ReminderWords = Template(
        "event.reminder",
        "Reminder of a booking",
        "Whoever has a place at an event, two days before",
        "Reminder: {day} at {time}",
        "This is a reminder of what you booked with us: {day} at {time}."
    );

    public static readonly MailTemplate CancelledWords = Template(
        "event.cancelled",
        "An event is cancelled",
        "Whoever had booked or waited, when staff cancel it",
        "Cancelled: {day} at {time}",
        "We are sorry: what you booked for {day} at {time} is cancelled. Choose another day on our website, or call us.",
        WasSee
    );

    public static readonly MailTemplate ChangedWords = Template(
        "event.changed",
        "Day, time or place has changed",
        "Whoever had booked or waited, when staff change the day, the time or the place",
        "Changed: {day} at {time}",
        "The day, the time or the place of what you booked with us has changed. It is now on {day} at {time}. If that does not suit you, cancel it by the link, so that somebody else can come.",
        "See what it is now, or cancel:"
    );

    public static readonly MailTemplate BookingCancelledWords = Template(
        "event.booking-cancelled",
        "A booking is cancelled",
        "Whoever had booked or waited, when staff cancel their booking for them",
        "Your booking is cancelled: {day} at {time}",
        "We have cancelled your booking for {day} at {time}, so you do not have to do anything. If you did not ask us to, call us.",
        WasSee
    );

    public static Email Booked(EventMailTo to) =>
        Write(to.IsCall ? CallBookedWords : BookedWords, to);

    public static Email Waiting(EventMailTo to) => Write(WaitingWords, to);

    public static Email MovedUp(EventMailTo to) =>
        Write(to.IsCall ? CallBookedWords : MovedUpWords, to);

    public static Email Reminder(EventMailTo to) =>
        Write(to.IsCall ? CallReminderWords : ReminderWords, to);

    public static Email Cancelled(EventMailTo to) => Write(CancelledWords, to);

    public static Email Changed(EventMailTo to) => Write(ChangedWords, to);

    public static Email BookingCancelled(EventMailTo to) => Write(BookingCancelledWords, to);

    private static Email Write(MailTemplate words, EventMailTo to) =>
        words.Write(
            to.Address,
            new MailValues(to.Council)
                .For(to.FirstName)
                .At(to.StartsAt)
                .Until(to.EndsAt)
                .Link(to.Link)
        );

    private static MailTemplate Template(
        string key,
        string name,
        string recipient,
        string subject,
        string said,
        string see = "See where it is and how to get there, or cancel:",
        bool ends = false
    ) =>
        new()
        {
            Key = key,
            Name = name,
            Recipient = recipient,
            Own =
            [
                Placeholders.FirstName,
                Placeholders.Date,
                Placeholders.Day,
                Placeholders.Time,
                .. ends ? new[] { Placeholders.EndTime } : [],
                Placeholders.Link,
            ],
            Must = [Placeholders.Link],
            Subject = subject,
            Body = $$"""
                Dear {first name},

                {{said}}

                {{see}}
                {link}

                If you have a question, call {team} on {telephone}.

                {team}
                """,
        };
}
