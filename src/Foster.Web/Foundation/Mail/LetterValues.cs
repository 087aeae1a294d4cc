using Foster.Web.Foundation.Actors;

namespace Foster.Web.Foundation.Mail;

/// <summary>What is put into the places of a letter.</summary>
public sealed class LetterValues : MailValues
{
    public LetterValues(Council council)
        : base(council)
    {
        Put(LetterPlaces.Address, council.PostalAddress);
        Put(LetterPlaces.Email, council.Email);
        Put(
            LetterPlaces.Complaint,
            $"If you are unhappy with how we dealt with this, you can complain to {council.Name}. Write to {council.TeamName}, "
                + $"{council.PostalAddress}, or to {council.Email}, or call {council.Telephone}. Your complaint will be "
                + "answered under the council’s complaints procedure."
        );
    }

    public new LetterValues About(string? reference)
    {
        base.About(reference);
        return this;
    }

    public new LetterValues On(DateOnly day)
    {
        base.On(day);
        return this;
    }

    public LetterValues Reasons(string reasons) => Fill(LetterPlaces.Reasons, reasons.Trim());

    public LetterValues AskAgain(string words) => Fill(LetterPlaces.AskAgain, words);

    public LetterValues WhatToExpect(string words) => Fill(LetterPlaces.WhatToExpect, words);

    public LetterValues Papers(string words) => Fill(LetterPlaces.Papers, words);

    public LetterValues Terms(string words) => Fill(LetterPlaces.Terms, words);

    private LetterValues Fill(Placeholder place, string words)
    {
        Put(place, words);
        return this;
    }
}
