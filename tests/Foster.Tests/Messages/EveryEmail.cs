using Foster.Web.Features.Applications.Emails;
using Foster.Web.Features.Approvals;
using Foster.Web.Features.Approvals.Emails;
using Foster.Web.Features.Assessment.Emails;
using Foster.Web.Features.Carers.Emails;
using Foster.Web.Features.Cases.Emails;
using Foster.Web.Features.Documents.Emails;
using Foster.Web.Features.Enquiries;
using Foster.Web.Features.Enquiries.Emails;
using Foster.Web.Features.Events.Emails;
using Foster.Web.Features.Operate.Accounts;
using Foster.Web.Features.Operate.Emails;
using Foster.Web.Features.Questions.Emails;
using Foster.Web.Features.Records.Emails;
using Foster.Web.Features.Reminders.Emails;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Mail;

namespace Foster.Tests.Messages;

/// <summary>One e-mail of every kind that operations write, with the same people and dates.</summary>
internal static class EveryEmail
{
    private const string To = "ada@people.example";
    private const string First = "Ada";
    private const string Reference = "HAR-2026-00123";
    private const string Link = "https://fostering.example/x/y";
    private const string Pack = "https://fostering.example/information-pack/z";
    private const string Events = "https://fostering.example/events";
    private static readonly DateOnly On = new(2026, 12, 3);
    private static readonly DateOnly Was = new(2026, 11, 26);

    public static readonly Council Council = new()
    {
        Name = "Harbour Council",
        Code = "HAR",
        TeamName = "Harbour fostering team",
        Telephone = "0151 496 0100",
        OpeningHours = "Monday to Friday, 9am to 5pm",
        OutOfHoursTelephone = "0151 496 0199",
        Email = "team@foster.example",
        PostalAddress = "1 Example Street",
        PrivacyNoticeVersion = "1",
        PrivacyNotice = "Notice",
    };

    public static readonly ReminderLine Line = new(
        "Decision on the application",
        Reference,
        On,
        IsLate: false,
        Link,
        "Team manager",
        "REM-05"
    );

    public static IEnumerable<Email> All()
    {
        var at = new DateTime(2026, 7, 3, 13, 30, 0, DateTimeKind.Utc);
        yield return DocumentEmails.Of(again: false, To, First, Reference, Council, Link);
        yield return DocumentEmails.Of(again: true, To, First, Reference, Council, Link);
        yield return EnquiryEmail.Acknowledged(To, First, Reference, Council, On, Link);
        yield return EnquiryEmail.Pack(To, First, Reference, Council, Pack, Events, Link, On);
        yield return EnquiryEmail.InterestReceived(To, First, Reference, Council, On);
        yield return EnquiryEmail.VisitArranged(To, First, Reference, Council, at);
        yield return EnquiryEmail.VisitMoved(To, First, Reference, Council, at.AddDays(-7), at);
        yield return EnquiryEmail.Withdrawn(To, First, Reference, Council);
        var applicant = new MailTo(To, First, Reference, Council);
        yield return ApplicationEmails.Invitation(applicant, Link, On);
        yield return ApplicationEmails.HasAccount(applicant, Link);
        yield return ApplicationEmails.PartSent(applicant, Link);
        yield return ApplicationEmails.Received(applicant, On, Link);
        yield return ApplicationEmails.Incomplete(applicant, Link);
        yield return ApplicationEmails.Alone(applicant, Link);
        yield return ApplicationEmails.Left(applicant);
        yield return ApplicationEmails.Withdrawn(applicant, On, Link);
        yield return RefereeEmails.Asked(applicant, Link, On, Was);
        yield return RefereeEmails.Reminded(applicant, Link, On);
        yield return RefereeEmails.NameAnother(applicant, Link);
        var plan = new MeetingPlan(On, new TimeOnly(9, 30), "Town hall", false);
        var member = new PanelMailTo(To, First, null, Council, Link);
        var heard = new PanelMailTo(To, First, Reference, Council, Link);
        yield return MeetingEmails.MovedForMember(member, Was, plan);
        yield return MeetingEmails.CancelledForMember(member, Was);
        yield return MeetingEmails.MovedForApplicant(heard, Was, plan);
        yield return MeetingEmails.CancelledForApplicant(heard, Was);
        yield return PapersEmail.Wait(To, First, Council, On, Link);
        yield return AssessmentEmails.Stage1Passed(To, First, Reference, Council, On, Link);
        yield return AssessmentEmails.ReportShared(To, First, Reference, Council, On, Link);
        yield return AgreementEmail.Waits(To, First, Reference, Council, Link, On);
        yield return LetterEmail.Waits(To, First, Reference, Council, Link, On);
        yield return RestrictedEmail.NobodyHolds(To, Reference, Council, Link);
        yield return RestrictedEmail.Named(To, First, Reference, Council, Link);
        yield return CopyEmails.Ready(To, First, Reference, Council, Link);
        yield return QuestionEmails.Asked(To, First, Reference, Council, On, Link);
        yield return QuestionEmails.Answered(To, First, Reference, Council, Link);
        yield return QuestionEmails.AskedBack(To, First, Reference, Council, On, Link);
        var booked = new EventMailTo(To, First, Council, at, Link, at.AddHours(2));
        yield return EventEmails.Booked(booked);
        yield return EventEmails.Booked(booked with { IsCall = true });
        yield return EventEmails.Waiting(booked);
        yield return EventEmails.MovedUp(booked);
        yield return EventEmails.Reminder(booked);
        yield return EventEmails.Reminder(booked with { IsCall = true });
        yield return EventEmails.Cancelled(booked);
        yield return EventEmails.Changed(booked);
        yield return EventEmails.BookingCancelled(booked);
        yield return SavedEnquiryEmail.Saved(To, Council, On, Link);
        yield return KeepWarmEmail.Kept(To, First, Council, On, AskEvery.SixMonths, Link);
        yield return KeepWarmEmail.Question(To, First, Council, AskEvery.SixMonths, On, Link);
        var owner = new AccountMailTo(To, "Ada Demo-Owner", Council, "Foster");
        yield return AccountEmails.Reset(owner, Link, 2);
        yield return AccountEmails.Invitation(owner, Link, 7);
        yield return AccountEmails.NewAddress(owner, Link, 2);
        foreach (var news in Enum.GetValues<AccountNews>())
        {
            yield return AccountEmails.News(owner, news, at);
            yield return AccountEmails.AdministratorsNews(owner, news, at);
        }
    }

    /// <summary>As they are written down: key, subject and words.</summary>
    public static string Written(IEnumerable<(string Kind, string Subject, string Body)> emails) =>
        string.Concat(emails.Select(e => $"=== {e.Kind}\n{e.Subject}\n\n{e.Body}\n"));
}
