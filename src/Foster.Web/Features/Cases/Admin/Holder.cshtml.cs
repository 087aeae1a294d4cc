using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Cases.Admin;

/// <summary>An administrator names who holds a restricted case, knowing no more of it than its reference.</summary>
public sealed class HolderModel(UnheldReads unheld, NameHolder name) : FormPage
{
    private ChoiceField<Guid> person = new("person");

    public UnheldCase Shown { get; private set; } = null!;

    public bool NobodyThere => person.Options.Count == 0;

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct)
            ? await SendAsync(
                token => name.RunAsync(new(caseId, Form.Must(person)), Actor, token),
                CaseLinks.Unheld,
                $"They are named for {Shown.Reference} and have been told by e-mail.",
                ct
            )
            : NotFound();

    private async Task<bool> LoadAsync(Guid caseId, CancellationToken ct)
    {
        if (await unheld.FindAsync(caseId, ct) is not { } shown)
            return false;
        Shown = shown;
        person = new ChoiceField<Guid>(
            "person",
            [
                .. (await unheld.EligibleAsync(Actor, ct)).Select(s => new Option<Guid>(
                    s.AccountId,
                    $"{s.Name}, {string.Join(", ", s.Roles.Select(r => r.Title().ToLowerInvariant()))}"
                )),
            ]
        )
        {
            Label = "Who holds this case?",
            MissingMessage = "Select who holds this case",
            AsSelect = true,
        };
        Form = new Form(person);
        return true;
    }
}
