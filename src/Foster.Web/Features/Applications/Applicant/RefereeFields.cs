using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Applications.Applicant;

/// <summary>The questions about one person who can speak for the applicant.</summary>
public static class RefereeFields
{
    public static readonly TextField Name = new("name")
    {
        Label = "Full name",
        MissingMessage = "Enter their full name",
        Spellcheck = false,
    };

    public static readonly ChoiceField<RefereeKind> Kind = new(
        "kind",
        new Option<RefereeKind>(RefereeKind.Friend, "A friend or neighbour"),
        new Option<RefereeKind>(RefereeKind.Family, "A member of my family"),
        new Option<RefereeKind>(
            RefereeKind.Employer,
            "My employer",
            "Now, or in work with children or adults who need care"
        ),
        new Option<RefereeKind>(
            RefereeKind.FormerPartner,
            "A former partner",
            "With whom you brought up or looked after children"
        ),
        new Option<RefereeKind>(RefereeKind.Other, "Somebody else who knows me well")
    )
    {
        Label = "Who are they to you?",
        MissingMessage = "Select who they are to you",
    };

    public static readonly TextField Relationship = new("relationship")
    {
        Label = "How do they know you?",
        Hint = "For example, friend, neighbour or sister",
        MissingMessage = "Enter how they know you",
        Max = 100,
    };

    public static readonly NumberField Years = new("years-known")
    {
        Label = "How many years have they known you?",
        Called = "Years known",
        MissingMessage = "Enter how many years they have known you",
        Max = 100,
    };

    public static readonly EmailField Email = new("email")
    {
        Label = "Their email address",
        Hint = "Give an email address, a telephone number or both",
        Optional = true,
    };

    public static readonly PhoneField Telephone = new("telephone")
    {
        Label = "Their telephone number",
        Optional = true,
    };

    public static readonly TextField Address = new("address")
    {
        Label = "Their address",
        Optional = true,
        Rows = 3,
        Max = 500,
        Spellcheck = false,
    };

    public static readonly TickField Adult = new("adult")
    {
        Label = "They are 18 or over and do not live with me",
        MustBeTicked = "Confirm that they are 18 or over and do not live with you",
    };

    public static readonly TickField SharesName = new("shares-name")
    {
        Label = "They have the same name as somebody who lives with me, and are another person",
        Called = "Another person of the same name",
    };

    /// <summary>A form of its own for each request.</summary>
    public static Form Make() =>
        new(Name, Kind, Relationship, Years, Email, Telephone, Address, Adult, SharesName);

    /// <summary>What was typed.</summary>
    public static AddRefereeInput Typed(Form form) =>
        new(
            form.Must(Name),
            form.Must(Relationship),
            form.Must(Years),
            form.Get(Email),
            form.Get(Telephone),
            form.Get(Address),
            form.Must(Adult),
            form.Must(Kind),
            form.Get(SharesName) is true
        );
}
