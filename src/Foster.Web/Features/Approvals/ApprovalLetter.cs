using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Approvals;

/// <summary>The written notice of an approval (R-ADM-04, R-ADM-05).</summary>
public static class ApprovalLetter
{
    public static readonly LetterTemplate Words = new()
    {
        Key = "approval.notice",
        Name = "Approved as a foster carer",
        Recipient = "Each applicant, when the notice of approval is sent",
        Own = [Placeholders.Reference, Placeholders.Date, LetterPlaces.Terms],
        Law =
        [
            new(
                LetterPlaces.Terms,
                "R-ADM-05",
                "the notice has to say on which terms they are approved."
            ),
            new(Placeholders.Date, "R-ADM-04", "the notice has to say when it was decided."),
        ],
        Subject = "Your approval as a foster carer",
        Body = """
            We are pleased to tell you that our agency decision maker approved you as a foster carer on {date}.

            You are approved for: {terms}.

            What happens next: we will ask you to sign a foster care agreement with us. No child can be placed with you before everybody has signed it. Your supervising social worker will call you to arrange this.

            If anything in this letter is not as you expected, call us.
            """,
    };

    /// <summary>As it would be sent now.</summary>
    public static Task<LetterDraft> DraftAsync(
        LetterPress press,
        Decision decision,
        CancellationToken ct
    ) =>
        press.DraftAsync(
            decision.CaseId,
            Words,
            values => values.On(decision.DecidedOn).Terms(decision.Terms!.InWords()),
            ct
        );
}
