namespace Foster.Web.Foundation.Mail;

/// <summary>
/// What a letter may say beyond an e-mail. It is read on paper or behind a link that asks for a date of birth, so reasons
/// may stand in it. A test holds the list.
/// </summary>
public static class LetterPlaces
{
    public static readonly Placeholder Reasons = new(
        "reasons",
        "The reasons, as whoever decided wrote them",
        "The room that you told us about is let until next summer, and you hope to foster a child of school age."
    );

    public static readonly Placeholder Complaint = new(
        "complaint",
        "How to complain to your council, with its postal address and e-mail address",
        ""
    );

    public static readonly Placeholder AskAgain = new(
        "ask again",
        "When we will ask them again, or that they can come back at any time",
        "You agreed that we ask you again. We will do so on 1 June 2027."
    );

    public static readonly Placeholder WhatToExpect = new(
        "what to expect",
        "What the law wants told to everybody who is invited: the qualities and standards, the stages and how long they take, what you will ask for, and why each check is made",
        "What we look for, the two stages and their checks stand here."
    );

    public static readonly Placeholder Papers = new(
        "what we keep",
        "What happens to their papers, and how long the law has you keep them",
        "What happens to your papers: the law asks us to keep them for at least 3 years, until 1 June 2029."
    );

    public static readonly Placeholder Terms = new(
        "terms",
        "The terms of the approval",
        "2 children aged 0 to 17, short term"
    );

    public static readonly Placeholder Address = new(
        "postal address",
        "The team’s postal address",
        "1 Example Quay"
    );

    public static readonly Placeholder Email = new(
        "email",
        "The team’s e-mail address",
        "team@fostering.example"
    );

    /// <summary>What every letter can say beside the team and its telephone.</summary>
    public static IReadOnlyList<Placeholder> OfEvery { get; } = [Address, Email];

    /// <summary>Whole sentences or paragraphs.</summary>
    public static IReadOnlyList<Placeholder> InBodyOnly { get; } =
    [Reasons, Complaint, AskAgain, WhatToExpect, Papers, Address];
}
