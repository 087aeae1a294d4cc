using Foster.Web.Features.Enquiries.LookUps;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Looks into the case system; the team manager decides here about a concern.</summary>
[Records(AccessKind.Confidential)]
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class LookUpModel(
    EnquiryReads reads,
    LookUpReads lookUps,
    RecordLookUp record,
    ClearConcern clear
) : EnquiryFormPage(reads)
{
    private static readonly TickField Know = new("know")
    {
        Label = "They know that we look",
        MustBeTicked = "Tell them first, then tick that they know",
    };

    private static readonly DateField On = new("on")
    {
        Label = "When did you look?",
        MissingMessage = "Enter when you looked",
    };

    private static readonly ChoiceField<LookUpOutcome> Outcome = new(
        "outcome",
        [.. LookUpWords.Outcomes]
    )
    {
        Label = "What does it say?",
        MissingMessage = "Select what it says",
    };

    private static readonly TextField Note = new("note")
    {
        Label = "What is known",
        Hint = "In a few words. Needed for a concern, which the team manager reads.",
        Optional = true,
        Rows = 4,
        Max = 4000,
    };

    private static readonly TextField Reasons = new("reasons")
    {
        Label = "Why may it go on?",
        Hint = "At least 20 characters.",
        MissingMessage = "Enter why it may go on",
        Rows = 4,
        Max = 4000,
    };

    /// <summary>What was found before, as far as the reader decides about it.</summary>
    public IReadOnlyList<LookUp> Earlier { get; private set; } = [];

    /// <summary>What was found is the team manager's to read.</summary>
    public bool ReadsOutcome => Actor.Is(Role.TeamManager);

    /// <summary>The team manager has a concern to decide about.</summary>
    public bool Decides => ReadsOutcome && Earlier.Any(l => l.Stops);

    protected override EnquiryVerb Verb => Decides ? EnquiryVerb.ClearConcern : EnquiryVerb.LookUp;

    protected override Form Make() =>
        Decides ? new Form(Reasons) : new Form(Know, On, Outcome, Note);

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        Earlier = await lookUps.OfCaseAsync(caseId, ct);
        return await ShowAsync(
            caseId,
            ct,
            () =>
            {
                if (!Decides)
                    Form.Suggest(On, Today);
            }
        );
    }

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct)
    {
        Earlier = await lookUps.OfCaseAsync(caseId, ct);
        return await ActAsync(
            caseId,
            Decides
                ? token => clear.RunAsync(new(caseId, Form.Must(Reasons)), Actor, token)
                : token =>
                    record.RunAsync(
                        new(
                            caseId,
                            Form.Must(Know),
                            Form.Must(On),
                            Form.Must(Outcome),
                            Form.Get(Note)
                        ),
                        Actor,
                        token
                    ),
            Decides ? "The enquiry goes on."
                : IsConcern ? RecordConcernModel.Stopped
                : "The look is recorded.",
            ct
        );
    }

    private bool IsConcern => Request.Form[Outcome.Name] == nameof(LookUpOutcome.Concern);

    public static string Words(LookUpOutcome outcome) => Outcome.Display(outcome);
}
