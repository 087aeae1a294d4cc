using Foster.Web.Foundation.Actors;

namespace Foster.Web.Features.Enquiries;

/// <summary>The words of a decline at enquiry: the reasons and the ordinary complaints route, and no other (R-ENQ-08).</summary>
public static class DeclineLetter
{
    public static string Body(string reference, Council council, string reasons) =>
        $"""
            Thank you for asking us about fostering, and for the time you gave us. Your reference is {reference}.

            We have thought carefully about what you told us. We have decided not to invite you to apply to foster with {council.Name}.

            These are our reasons:

            {reasons.Trim()}

            If anything here is not clear, call us and we will talk it through with you: {council.Telephone}, {council.OpeningHours}. If your circumstances change you are welcome to ask us again.

            If you are unhappy with how we dealt with your enquiry, you can complain to the council. Write to {council.PostalAddress} or to {council.Email}, and it will be answered under the council's complaints procedure.
            """;
}
