using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Assessment;

/// <summary>
/// Letters that end the road before panel. The council words them; the reasons and how to complain have to stay, and a
/// review may not be offered (R-VAL-08, R-ASSESS-07).
/// </summary>
public static class DecisionLetters
{
    public static readonly LetterTemplate Declined = new()
    {
        Key = "application.declined",
        Name = "Not assessed",
        Recipient = "Each applicant, when the team manager decides not to assess",
        Own = [Placeholders.Reference, LetterPlaces.Reasons, LetterPlaces.Complaint],
        Law = [LetterLaw.Reasons("R-APP-03"), LetterLaw.Complaint("R-APP-03")],
        Never = [LetterLaw.Review("R-VAL-08")],
        Subject = "Our decision on your application",
        Body = """
            Thank you for applying to foster with {council}. We have decided not to go on to an assessment.

            These are our reasons:

            {reasons}

            {complaint}
            """,
    };

    public static readonly LetterTemplate Stage1Refused = new()
    {
        Key = "stage1.refused",
        Name = "Refused at stage 1",
        Recipient = "Each applicant, when the decision maker refuses at stage 1",
        Own = [Placeholders.Reference, LetterPlaces.Reasons, LetterPlaces.Complaint],
        Law = [LetterLaw.Reasons("R-ASSESS-07"), LetterLaw.Complaint("R-ASSESS-07")],
        Never = [LetterLaw.Review("R-VAL-08")],
        Subject = "Our decision at stage 1",
        Body = """
            We have decided that we cannot go on with your application to foster. The decision was made on the information of stage 1.

            These are our reasons:

            {reasons}

            {complaint}
            """,
    };
}
