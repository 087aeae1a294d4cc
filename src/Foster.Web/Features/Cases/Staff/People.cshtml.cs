using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Cases.Staff;

/// <summary>An intake officer names further people who may open a restricted case.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class PeopleModel(
    CasePageReads reads,
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

    public CaseHead Head { get; private set; } = null!;

    public IReadOnlyList<string> Named { get; private set; } = [];

    public bool MayName { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct)
            ? await SendAsync(
                token =>
                    name.RunAsync(new(caseId, Form.Must(person), Form.Must(Reason)), Actor, token),
                CaseLinks.People(caseId),
                "They can open this case now.",
                ct
            )
            : NotFound();

    private async Task<bool> LoadAsync(Guid caseId, CancellationToken ct)
    {
        if (await reads.HeadAsync(caseId, ct) is not { } head)
            return false;
        Head = head;
        Named = await cases.NamedAsync(caseId, ct);
        MayName = head.Restricted && await naming.MayNameAsync(caseId, Actor, ct);
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
