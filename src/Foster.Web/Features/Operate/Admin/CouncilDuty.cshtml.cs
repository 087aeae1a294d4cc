using Foster.Web.Features.Cases;
using Foster.Web.Features.Operate.Councils;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Sessions;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>Names who holds one duty. It gives rights, so it asks for a fresh second factor.</summary>
[FreshFactor]
public sealed class CouncilDutyModel(DutyHolderReads reads, StaffListReads people, NameHolders name)
    : FormPage
{
    private MultiChoiceField<Guid> holders = new("holders");

    public Capability Duty { get; private set; }

    public string? Missing { get; private set; }

    /// <summary>The administrator holds it and cannot change that.</summary>
    public bool MineToo { get; private set; }

    public bool CanChoose => holders.Options.Count > 0;

    public async Task<IActionResult> OnGetAsync(string duty, CancellationToken ct) =>
        await LoadAsync(duty, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string duty, CancellationToken ct) =>
        await LoadAsync(duty, ct)
            ? await SendAsync(
                token => name.RunAsync(new(Duty, Form.Get(holders) ?? []), Actor, token),
                "/admin/council/duties",
                "The holders are saved.",
                ct
            )
            : NotFound();

    private async Task<bool> LoadAsync(string slug, CancellationToken ct)
    {
        if (Duties.Named(slug) is not { } duty)
            return false;
        Duty = duty;
        var now = (await reads.AllAsync(Actor, ct)).Single(d => d.Capability == duty);
        (Missing, MineToo) = (now.Missing, now.Holders.Any(h => h.AccountId == Actor.AccountId));
        var held = now.Holders.Select(h => h.AccountId).Where(id => id != Actor.AccountId).ToList();
        var staff = await people.AllAsync(Actor.CouncilId, ct);
        holders = new("holders")
        {
            Label = "Who holds this duty?",
            Called = "Holders",
            Hint =
                $"Choose {(Duties.Needed(duty) == 2 ? "two" : "one or more")}. Where nobody is chosen, nobody holds it.",
            Optional = true,
            Options =
            [
                .. staff
                    .Where(s => s.AccountId != Actor.AccountId)
                    .Where(s =>
                        held.Contains(s.AccountId)
                        || !Duties.OpensCases(duty)
                        || !s.Roles.Contains(Role.Administrator)
                    )
                    .Select(s => new Option<Guid>(
                        s.AccountId,
                        s.Name,
                        string.Join(", ", s.Roles.Select(r => r.Title()))
                    )),
            ],
        };
        Form = new Form(holders);
        Form.Fill(holders, held);
        return true;
    }
}
