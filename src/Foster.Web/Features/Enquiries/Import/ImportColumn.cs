using Foster.Web.Features.Cases;

namespace Foster.Web.Features.Enquiries.Import;

/// <summary>What a column of a file of past enquiries can hold.</summary>
public enum ImportColumn
{
    FirstName,
    FamilyName,
    ReceivedOn,
    Reference,
    DateOfBirth,
    Telephone,
    Email,
    Address,
    Town,
    Postcode,
    Channel,
    HowHeard,
    Stage,
    ClosedOn,
    Note,
    Connected,
    KnowsChild,
    CurrentService,
    ChildrenPlaced,
}

/// <summary>One of them: what it is called, and by which headings it is guessed.</summary>
public sealed record ImportField(
    ImportColumn Column,
    string Label,
    string Hint,
    params string[] Headings
)
{
    /// <summary>Without these a row is no enquiry.</summary>
    public bool Required =>
        Column is ImportColumn.FirstName or ImportColumn.FamilyName or ImportColumn.ReceivedOn;

    public string Name => $"column-{Column.ToString().ToLowerInvariant()}";

    public static IReadOnlyList<ImportField> All { get; } =
    [
        new(ImportColumn.FirstName, "First name", "", "first name", "forename", "given name"),
        new(ImportColumn.FamilyName, "Family name", "", "last name", "surname", "family name"),
        new(
            ImportColumn.ReceivedOn,
            "Received on",
            "Such as 31/01/2024 or 2024-01-31.",
            "received",
            "received on",
            "date received",
            "enquiry date",
            "date of enquiry"
        ),
        new(
            ImportColumn.Reference,
            "Your own reference",
            "With it a row is known again whatever else is corrected.",
            "reference",
            "ref",
            "id",
            "enquiry id",
            "external reference"
        ),
        new(ImportColumn.DateOfBirth, "Date of birth", "", "date of birth", "dob", "born"),
        new(ImportColumn.Telephone, "Telephone", "", "telephone", "phone", "mobile", "tel"),
        new(ImportColumn.Email, "Email", "", "email", "e-mail", "email address"),
        new(ImportColumn.Address, "Address", "", "address", "street", "address line 1"),
        new(ImportColumn.Town, "Town", "", "town", "city"),
        new(ImportColumn.Postcode, "Postcode", "", "postcode", "post code", "zip"),
        new(
            ImportColumn.Channel,
            "How it came",
            "Website, telephone, event, email, hub or in person. Empty means telephone.",
            "channel",
            "how it came",
            "contact method"
        ),
        new(ImportColumn.HowHeard, "How they heard of us", "", "source", "how heard", "campaign"),
        new(
            ImportColumn.Stage,
            "How it ended",
            "Withdrawn, no contact, declined, duplicate, or open. Empty means closed without contact.",
            "status",
            "stage",
            "outcome",
            "state"
        ),
        new(ImportColumn.ClosedOn, "Closed on", "", "closed", "closed on", "date closed"),
        new(ImportColumn.Note, "Note", "", "note", "notes", "comments", "comment"),
        new(
            ImportColumn.Connected,
            "Connected with staff or councillors",
            "Yes restricts the enquiry at once. Every open enquiry needs a yes or a no.",
            "connected",
            "restricted",
            "conflict"
        ),
        new(
            ImportColumn.KnowsChild,
            "Asks about a child they know",
            "Yes hands an open enquiry to the team manager.",
            "knows child",
            "knows the child",
            "known child",
            "connected person"
        ),
        new(
            ImportColumn.CurrentService,
            "The service they foster for now",
            "A name puts an open enquiry on the way of a transfer.",
            "current service",
            "fosters for",
            "current agency"
        ),
        new(
            ImportColumn.ChildrenPlaced,
            "A foster child lives with them now",
            "Yes or no, for those who foster for another service.",
            "children placed",
            "child placed",
            "placement"
        ),
    ];

    /// <summary>The column that its heading speaks of; null where none does.</summary>
    public int? Guess(IReadOnlyList<string> headings)
    {
        foreach (var known in Headings.Prepend(Label))
        {
            var at = headings.Select(Folded).ToList().IndexOf(Folded(known));
            if (at >= 0)
                return at;
        }
        return null;
    }

    private static string Folded(string heading) =>
        Person.Fold(heading.Replace('_', ' ').Replace('-', ' '));
}
