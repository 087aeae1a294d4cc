using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Enquiries.Letters;

/// <summary>The letters of an enquiry. Each is the council's to word; what its law wants has to stay.</summary>
public static class EnquiryLetters
{
    private static readonly MustNotStand NoReview = LetterLaw.Review("R-ENQ-08");

    public static readonly LetterTemplate Declined = new()
    {
        Key = "enquiry.declined",
        Name = "Enquiry declined",
        Recipient = "Each enquirer, when the team manager declines an enquiry",
        Own = [Placeholders.Reference, LetterPlaces.Reasons, LetterPlaces.Complaint],
        Law = [LetterLaw.Reasons("R-ENQ-08"), LetterLaw.Complaint("R-ENQ-08")],
        Never = [NoReview],
        Subject = "Your enquiry about fostering",
        Body = """
            Thank you for asking us about fostering, and for the time you gave us. Your reference is {reference}.

            We have thought carefully about what you told us. We have decided not to invite you to apply to foster with {council}.

            These are our reasons:

            {reasons}

            If anything here is not clear, call us and we will talk it through with you: {telephone}, {opening hours}. If your circumstances change you are welcome to ask us again.

            {complaint}
            """,
    };

    public static readonly LetterTemplate VisitDeclined = new()
    {
        Key = "enquiry.visit-declined",
        Name = "Outcome of the visit, declined",
        Recipient = "Each enquirer, when the team manager declines after the visit",
        Own = [Placeholders.Reference, LetterPlaces.Reasons, LetterPlaces.Complaint],
        Law = [LetterLaw.Reasons("R-ENQ-07"), LetterLaw.Complaint("R-ENQ-08")],
        Never = [NoReview],
        Subject = "The outcome of our visit",
        Body = """
            Thank you for asking us about fostering, and for letting us visit you at home. Your reference is {reference}.

            We have thought carefully about what you told us and what we saw. We have decided not to invite you to apply to foster with {council}.

            These are our reasons:

            {reasons}

            If anything here is not clear, call us and we will talk it through with you: {telephone}, {opening hours}. If your circumstances change you are welcome to ask us again.

            {complaint}
            """,
    };

    public static readonly LetterTemplate Invited = new()
    {
        Key = "enquiry.invited",
        Name = "Invited to apply",
        Recipient = "Each enquirer, when the team manager invites them to apply after the visit",
        Own = [Placeholders.Reference, LetterPlaces.WhatToExpect],
        Law =
        [
            new(
                LetterPlaces.WhatToExpect,
                "R-APP-04",
                "the standards want it explained in writing what you look for, the stages and how long they take, and why each check is made."
            ),
        ],
        Subject = "We invite you to apply to foster",
        Body = """
            Thank you for letting us visit you at home. We would like to invite you to apply to foster with {council}. Your reference is {reference}.

            You have an email from us with a link that opens your application. If you do not use email, call us and we will go through it with you.

            {what to expect}

            You can stop at any time. If you have a question, call us: {telephone}, {opening hours}.
            """,
    };

    public static readonly LetterTemplate Closed = new()
    {
        Key = "enquiry.no-contact",
        Name = "Enquiry closed, not reached",
        Recipient = "Each enquirer, when an enquiry is closed because nobody could reach them",
        Own = [Placeholders.Reference, LetterPlaces.AskAgain],
        Law =
        [
            new(
                LetterPlaces.AskAgain,
                "T-ENQ-08",
                "people are told until when they can come back."
            ),
        ],
        Subject = "We could not reach you",
        Body = """
            You asked us about fostering. Your reference is {reference}. We tried to reach you several times on different days, and we have now closed your enquiry.

            {ask again}

            Call us on {telephone}, {opening hours}, or write to {email}.
            """,
    };

    public static readonly LetterTemplate NotNow = new()
    {
        Key = "enquiry.not-now",
        Name = "Not now",
        Recipient = "Each enquirer who told us that they are not going on",
        Own = [Placeholders.Reference, LetterPlaces.AskAgain],
        Law =
        [
            new(
                LetterPlaces.AskAgain,
                "M-HUB-10",
                "people are told whether we will ask them again, and that they can stop it."
            ),
        ],
        Subject = "Your enquiry about fostering",
        Body = """
            Thank you for telling us that you are not going on with your enquiry for now. Your reference is {reference}. Your enquiry is closed from today.

            {ask again}

            If you have a question, call us: {telephone}, {opening hours}.
            """,
    };
}
