using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>An intake officer names further people who may open a restricted enquiry.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class PeopleModel(
    EnquiryReads reads,
    CaseReads cases,
    StaffListReads staff,
    Naming naming,
    NamePerson name
) : FormPage
{
    private static readonly TextField Reason = new("reason")
    {
        Label = "Why do they need it?",
        MissingMessage = "Enter why they need it",
        Rows = 3,
        Max = 2000,
    };

    private ChoiceField<Guid> person = new("person");

    public EnquiryView View { get; private set; } = null!;

    public IReadOnlyList<string> Named { get; private set; } = [];

    public bool MayName { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct)
            ? await SendAsync(
                token =>
                    name.RunAsync(new(caseId, Form.Must(person), Form.Must(Reason)), Actor, token),
                $"/staff/enquiries/{caseId}/people",
                "They can open this enquiry now.",
                ct
            )
            : NotFound();

    private async Task<bool> LoadAsync(Guid caseId, CancellationToken ct)
    {
        if (await reads.FindAsync(caseId, ct) is not { } view)
            return false;
        View = view;
        Named = await cases.NamedAsync(caseId, ct);
        MayName = view.Restricted && await naming.MayNameAsync(caseId, Actor, ct);
        person = new ChoiceField<Guid>(
            "person",
            [
                .. (await staff.AllAsync(Actor.CouncilId, ct)).Select(s => new Option<Guid>(
                    s.AccountId,
                    $"{s.Name}, {string.Join(", ", s.Roles.Select(r => r.Title().ToLowerInvariant()))}"
                )),
            ]
        )
        {
            Label = "Who may open it?",
            MissingMessage = "Select a person",
            AsSelect = true,
        };
        Form = new Form(person, Reason);
        return true;
    }
}
