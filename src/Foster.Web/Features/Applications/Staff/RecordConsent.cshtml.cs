using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Staff;

/// <summary>The answer about a check of somebody who gave it on paper.</summary>
[ForRoles(Role.Assessor, Role.TeamManager)]
[Records(AccessKind.Confidential)]
public sealed class RecordConsentModel(
    ApplyReads reads,
    ConsentReads consents,
    RecordConsent record
) : StaffPage(reads)
{
    private static readonly ChoiceField<bool> Answer = new(
        "answer",
        new Option<bool>(true, "They agree", "They signed, and you have seen it."),
        new Option<bool>(
            false,
            "They do not agree",
            "They refuse, or take back what they agreed to."
        )
    )
    {
        Label = "What do they answer?",
        Called = "What they answer",
        MissingMessage = "Select what they answer",
    };

    private static readonly DateField On = new("on")
    {
        Label = "On which day?",
        Called = "The day",
        Hint = "The day they signed or told you.",
    };

    private ChoiceField<string>? check;

    public CasePerson Person { get; private set; } = null!;

    public IReadOnlyList<ConsentWording> Wordings { get; private set; } = [];

    public string Back => $"/staff/applications/{Facts.CaseId}/consents";

    public async Task<IActionResult> OnGetAsync(Guid caseId, Guid personId, CancellationToken ct) =>
        await FindAsync(caseId, personId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(
        Guid caseId,
        Guid personId,
        CancellationToken ct
    ) =>
        await FindAsync(caseId, personId, ct)
            ? await SendAsync(
                token =>
                    record.RunAsync(
                        new(
                            caseId,
                            personId,
                            check is { } asked ? Form.Must(asked) : Wordings[0].CheckKey,
                            Form.Get(Answer, false) == true,
                            Form.Must(On)
                        ),
                        Actor,
                        token
                    ),
                Back,
                "The answer is recorded.",
                ct
            )
            : NotFound();

    private async Task<bool> FindAsync(Guid caseId, Guid personId, CancellationToken ct)
    {
        if (!await LoadAsync(caseId, ct) || !Facts.Application.IsOpen)
            return false;
        var person = Facts
            .Applicants.Select(a => a.Person)
            .Concat(Facts.Others)
            .FirstOrDefault(p => p.PersonId == personId);
        if (person is null)
            return false;
        Person = person;
        Wordings = RecordConsent.For(
            person,
            Facts.Find(personId)?.Part.ApprovedElsewhere,
            Today,
            [
                .. (await consents.OfAsync(caseId, ct))
                    .Select(l => l.Consent)
                    .Where(c => c.PersonId == personId),
            ]
        );
        if (Wordings.Count == 0)
            return false;
        check =
            Wordings.Count == 1
                ? null
                : new ChoiceField<string>(
                    "check",
                    [.. Wordings.Select(w => new Option<string>(w.CheckKey, w.Name))]
                )
                {
                    Label = "Which check is it about?",
                    Called = "The check",
                    MissingMessage = "Select which check it is about",
                };
        Form = check is { } asked ? new Form(asked, Answer, On) : new Form(Answer, On);
        return true;
    }
}
