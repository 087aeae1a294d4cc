using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Staff;

/// <summary>The team manager decides how a case goes on after a mandatory check was refused.</summary>
[ForRoles(Role.TeamManager)]
public sealed class DecideConsentModel : StaffPage
{
    private static readonly ChoiceField<ConsentChoice> Choice = new(
        "choice",
        new Option<ConsentChoice>(
            ConsentChoice.AskAgain,
            "Talk with them again",
            "Stage 1 waits for this check meanwhile. They may agree later."
        ),
        new Option<ConsentChoice>(
            ConsentChoice.CannotGoOn,
            "The case cannot go on",
            "This alone ends nothing: decline, propose a refusal, or take their withdrawal."
        )
    )
    {
        Label = "How does the case go on?",
        Called = "How the case goes on",
        MissingMessage = "Select how the case goes on",
    };

    private static readonly TextField Reason = new("reason")
    {
        Label = "Reasons",
        MissingMessage = "Enter the reasons",
        Rows = 4,
        Min = Foundation.Rules.ReasonRule.Least,
        Max = 2000,
    };

    private readonly ConsentReads consents;
    private readonly DecideOnConsent decide;

    public DecideConsentModel(ApplyReads reads, ConsentReads consents, DecideOnConsent decide)
        : base(reads)
    {
        (this.consents, this.decide) = (consents, decide);
        Form = new Form(Choice, Reason);
    }

    public ConsentLine Line { get; private set; } = null!;

    public string Who => Facts.Find(Line.Consent.PersonId)?.Person.FullName ?? "An applicant";

    public string Back => $"/staff/applications/{Facts.CaseId}/consents";

    public async Task<IActionResult> OnGetAsync(
        Guid caseId,
        Guid consentId,
        CancellationToken ct
    ) => await FindAsync(caseId, consentId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(
        Guid caseId,
        Guid consentId,
        CancellationToken ct
    ) =>
        await FindAsync(caseId, consentId, ct)
            ? await SendAsync(
                token =>
                    decide.RunAsync(
                        new(caseId, consentId, Form.Must(Choice), Form.Must(Reason)),
                        Actor,
                        token
                    ),
                Back,
                "The decision is recorded.",
                ct
            )
            : NotFound();

    private async Task<bool> FindAsync(Guid caseId, Guid consentId, CancellationToken ct)
    {
        if (!await LoadAsync(caseId, ct))
            return false;
        Line = (await consents.OfAsync(caseId, ct)).FirstOrDefault(l =>
            l.Consent.Id == consentId && (l.Asks || l.Decision is not null)
        )!;
        return Line is not null;
    }
}
