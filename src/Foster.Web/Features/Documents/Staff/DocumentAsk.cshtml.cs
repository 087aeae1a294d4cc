using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Documents.Staff;

/// <summary>Asks an applicant for a document.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.Assessor, Role.TeamManager)]
public sealed class DocumentAskModel(CaseReads cases, AskForDocument ask) : FormPage
{
    private static readonly TextField Words = new("words")
    {
        Label = "What exactly do you need?",
        Hint =
            "The applicant reads this. For example: the page with the photo, or the last three months.",
        Rows = 3,
        Max = DocumentMap.LongestWords,
        Optional = true,
    };

    private static readonly DateField Due = new("due")
    {
        Label = "By when?",
        Called = "The day by which you need it",
        Optional = true,
    };

    private ChoiceField<string> kind = null!;
    private ChoiceField<string> person = null!;

    public Case Case { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid caseId, string? check, CancellationToken ct)
    {
        if (!await LoadAsync(caseId, ct))
            return NotFound();
        if (DocumentKinds.All.FirstOrDefault(k => check is not null && k.IsFor(check)) is { } first)
            Form.Suggest(kind, first.Key);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct)
    {
        if (!await LoadAsync(caseId, ct))
            return NotFound();
        return await SendAsync(
            async token =>
            {
                var asked = await ask.RunAsync(
                    new(
                        caseId,
                        Form.Must(kind),
                        Guid.TryParse(Form.Get(person), out var whose) ? whose : null,
                        Form.Get(Words),
                        Form.Get(Due)
                    ),
                    Actor,
                    token
                );
                return asked.Ok
                    ? new Sent(DocumentLinks.OfCase(caseId), "The document is asked for.")
                    : Result<Sent>.Refused(asked.Refusals);
            },
            ct
        );
    }

    private async Task<bool> LoadAsync(Guid caseId, CancellationToken ct)
    {
        if (await cases.FindAsync(caseId, ct) is not { } found)
            return false;
        Case = found;
        var applicants = await cases.ApplicantsAsync(caseId, ct);
        kind = new(
            "kind",
            [
                .. DocumentKinds
                    .All.Where(k => k.Workers.Contains(Actor.Role))
                    .Select(k => new Option<string>(k.Key, k.Title)),
            ]
        )
        {
            Label = "Which document?",
            MissingMessage = "Select which document you need",
        };
        person = new(
            "person",
            [.. applicants.Select(p => new Option<string>(p.PersonId.ToString(), p.FullName))]
        )
        {
            Label = "Whose document is it?",
            Called = "Whose document it is",
            MissingMessage = "Select whose document it is",
            OnlyWhen = form =>
                DocumentKinds.Find(form.Answers["kind"]) is not { OfHousehold: true },
        };
        Form = new Form(kind, person, Words, Due);
        if (applicants is [var only] && HttpMethods.IsGet(Request.Method))
            Form.Suggest(person, only.PersonId.ToString());
        return true;
    }
}
