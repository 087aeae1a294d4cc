using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;

namespace Foster.Web.Features.Documents;

/// <summary>What a document says of somebody; decides who may see it.</summary>
public enum DocumentContent
{
    Plain,
    Health,
    Criminal,
}

/// <summary>How it comes to us.</summary>
public enum DocumentWay
{
    /// <summary>The applicant uploads it, or staff do it for them.</summary>
    Uploaded,

    /// <summary>Somebody else sends it to us, and staff upload it.</summary>
    SentToUs,

    /// <summary>It is shown to the worker, and no copy is kept.</summary>
    Shown,
}

/// <summary>A kind of document that can be asked for, with the check of §4.3 or the section of the application it is for.</summary>
/// <param name="Key">Never reused; stands in the names of its files.</param>
/// <param name="Check">The check it belongs to, such as CHK-01; null for what belongs to the application.</param>
/// <param name="Why">What we need it for, in words for whoever gives it.</param>
public sealed record DocumentKind(string Key, string Title, string? Check, string Why)
{
    /// <summary>What else would do, or what has to be seen on it.</summary>
    public string? Hint { get; init; }

    public DocumentContent Content { get; init; }

    public DocumentWay Way { get; init; }

    /// <summary>Both applicants give it together; otherwise each gives their own.</summary>
    public bool OfHousehold { get; init; }

    /// <summary>Asked for by itself as soon as its check begins.</summary>
    public bool Usual { get; init; }

    /// <summary>Checks beside the first for which it is asked in the same way.</summary>
    public IReadOnlyList<string> AlsoFor { get; init; } = [];

    public bool IsFor(string check) => Check == check || AlsoFor.Contains(check);

    /// <summary>Who works on it: as with the check itself (§11), and before there is one the recruitment team too.</summary>
    public IReadOnlyList<Role> Workers =>
        Check is null && Content == DocumentContent.Plain
            ? [Role.RecruitmentOfficer, Role.Assessor, Role.TeamManager]
            : [Role.Assessor, Role.TeamManager];

    public AccessKind Access =>
        Content switch
        {
            DocumentContent.Health => AccessKind.Health,
            DocumentContent.Criminal => AccessKind.Criminal,
            _ => AccessKind.Confidential,
        };
}

/// <summary>The catalogue. A further kind is a line here; lists, pages, rights and file names follow.</summary>
public static class DocumentKinds
{
    public static IReadOnlyList<DocumentKind> All { get; } =
    [
        new(
            "identity",
            "Proof of who you are",
            "CHK-01",
            "We have to be sure who you are before we make any other check."
        )
        {
            Hint = "Your passport or driving licence: the page with your photo.",
            Usual = true,
        },
        new(
            "address",
            "Proof of where you live",
            "CHK-01",
            "The check of who you are needs a paper with your present address."
        )
        {
            Hint = "A bank statement, utility bill or council tax bill of the last 3 months.",
            Usual = true,
        },
        new(
            "relationship",
            "Papers on marriage, civil partnership or separation",
            "CHK-01",
            "We have to know the relationships you live in now and lived in before."
        ),
        new(
            "dbs",
            "DBS certificate",
            "CHK-02",
            "The law asks for a criminal record check. Show the certificate to your social worker when it has come."
        )
        {
            // R-DP-04: no scan of a certificate is stored, only what its check says of it.
            AlsoFor = ["CHK-03"],
            Content = DocumentContent.Criminal,
            Way = DocumentWay.Shown,
            Usual = true,
        },
        new(
            "overseas",
            "Police certificate from a country where you lived",
            "CHK-08",
            "A DBS check does not know what happened abroad. Show the certificate to your social worker."
        )
        {
            Content = DocumentContent.Criminal,
            Way = DocumentWay.Shown,
        },
        new(
            "medical",
            "Medical report",
            "CHK-09",
            "The law asks for a medical report. Your GP fills it in and sends it to us."
        )
        {
            Content = DocumentContent.Health,
            Way = DocumentWay.SentToUs,
            Usual = true,
        },
        new(
            "approval",
            "Letter of approval from your present fostering service",
            "CHK-11",
            "It shows your approval and its terms, which both services have to know."
        )
        {
            Usual = true,
        },
        new(
            "pets",
            "Papers of your animals",
            "CHK-19",
            "Your social worker looks at each animal with you, also at whether it is vaccinated and insured."
        )
        {
            Hint = "A vaccination card, a letter from your vet, an insurance paper.",
            OfHousehold = true,
            Usual = true,
        },
        new(
            "finances",
            "What you earn and spend",
            "CHK-21",
            "We have to see that fostering does not get you into difficulties with money."
        )
        {
            Hint = "Your last 3 payslips, accounts or benefit letters.",
        },
        new(
            "permission",
            "Permission of your landlord or mortgage lender",
            "CHK-21",
            "Whoever owns or lends on your home has to know that a child may come to live there."
        )
        {
            Hint = "A letter or an e-mail from them.",
            OfHousehold = true,
        },
        new(
            "insurance",
            "Home and contents insurance",
            "CHK-23",
            "Your insurer has to know that you foster, or a claim may not be paid."
        )
        {
            OfHousehold = true,
        },
        new(
            "car",
            "Driving licence, MOT and car insurance",
            "CHK-23",
            "A child will ride with you, so we have to see that you may drive and that the car is safe."
        ),
        new(
            "residence",
            "Proof of your right to live in the UK",
            "CHK-24",
            "A child needs to know that you will still be here."
        )
        {
            Hint = "A share code from GOV.UK, a visa or a letter from the Home Office.",
        },
        new("other", "Something else", null, "Your worker has asked you for this."),
        new(
            "other-household",
            "Something else for your household",
            null,
            "Your worker has asked you for this."
        )
        {
            OfHousehold = true,
        },
    ];

    /// <summary>The keys of those that applicants upload.</summary>
    public static IReadOnlyList<string> Uploaded { get; } =
    [.. All.Where(k => k.Way == DocumentWay.Uploaded).Select(k => k.Key)];

    public static DocumentKind Of(string key) => All.Single(k => k.Key == key);

    public static DocumentKind? Find(string? key) => All.FirstOrDefault(k => k.Key == key);

    /// <summary>What a role works on.</summary>
    public static IReadOnlyList<string> OpenTo(Role role) =>
        [.. All.Where(k => k.Workers.Contains(role)).Select(k => k.Key)];
}
