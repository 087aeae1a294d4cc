using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Applicant;

/// <summary>Who else lives with the applicants; nobody is an answer.</summary>
public sealed class HouseholdModel : ApplyPage
{
    private readonly ConfirmHousehold confirm;
    private YesNoField more = Ask(anybody: false);

    public HouseholdModel(ApplyReads reads, ProgressReads progress, ConfirmHousehold confirm)
        : base(reads, progress) => this.confirm = confirm;

    public override ApplySection Section => ApplySections.Of("household");

    protected override string? BegunUnder => "household/";

    /// <summary>No more people fit here.</summary>
    public bool IsFull => Facts.Others.Count >= SaveHouseholdMember.Most;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        Prepare();
        if (Facts.Application.HouseholdAnsweredOn is not null && !IsFull)
            Form.Suggest(more, false);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        Prepare();
        Form.Read(Request.Form, Today);
        if (!IsFull && Form.Ok && Form.Must(more) && !Locked)
            return LocalRedirect("/apply/household/add");
        return await SendAsync(
            token => confirm.RunAsync(Actor, token),
            "/apply",
            "We have noted who lives with you.",
            ct
        );
    }

    private void Prepare() =>
        Form = IsFull ? new Form() : new Form(more = Ask(Facts.Others.Count > 0));

    private static YesNoField Ask(bool anybody) =>
        new("more")
        {
            Label = anybody ? "Does anybody else live with you?" : "Does anybody live with you?",
            Hint = anybody ? null : "Apart from the people who apply",
            Yes = "Yes, add a person",
            No = anybody ? "No, that is everybody" : "No, nobody else",
            MissingMessage = "Select whether anybody else lives with you",
            Inline = false,
        };
}
