using Foster.Web.Foundation.Journeys;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Applicant;

/// <summary>One person who can speak for the applicant.</summary>
public sealed class RefereePageModel : ApplyPage
{
    private readonly AddReferee add;
    private readonly ChangeReferee change;
    private readonly RemoveReferee remove;

    public RefereePageModel(
        ApplyReads reads,
        ProgressReads progress,
        AddReferee add,
        ChangeReferee change,
        RemoveReferee remove
    )
        : base(reads, progress)
    {
        (this.add, this.change, this.remove) = (add, change, remove);
        Form = RefereeFields.Make();
    }

    public override ApplySection Section => ApplySections.Of("referees");

    public Guid? Id { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
            return NotFound();
        if (Who.Referees.FirstOrDefault(r => r.Id == Id) is { } referee)
            Form.Fill(RefereeFields.Name, referee.Name)
                .Fill(RefereeFields.Kind, (RefereeKind?)referee.Kind)
                .Fill(RefereeFields.Relationship, referee.Relationship)
                .Fill(RefereeFields.Years, (int?)referee.YearsKnown)
                .Fill(RefereeFields.Email, referee.Email)
                .Fill(RefereeFields.Telephone, referee.Telephone)
                .Fill(RefereeFields.Address, referee.Address)
                .Fill(RefereeFields.Adult, (bool?)referee.SaidToBeAdult)
                .Fill(RefereeFields.SharesName, (bool?)referee.SharesName);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken ct) =>
        await FindAsync(id, ct)
            ? await SendAsync(
                token =>
                    Id is { } referee
                        ? change.RunAsync(new(referee, RefereeFields.Typed(Form)), Actor, token)
                        : add.RunAsync(RefereeFields.Typed(Form), Actor, token),
                "/apply/referees",
                "The person is saved.",
                ct
            )
            : NotFound();

    public async Task<IActionResult> OnPostRemoveAsync(string id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct) || Id is not { } referee)
            return NotFound();
        Form = new Form();
        return await SendAsync(
            token => remove.RunAsync(new(referee), Actor, token),
            "/apply/referees",
            "The person was taken out.",
            ct
        );
    }

    private async Task<bool> FindAsync(string id, CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return false;
        if (id == "add")
            return true;
        Id = Guid.TryParse(id, out var found) ? found : null;
        return Who.Referees.Any(r => r.Id == Id);
    }
}
