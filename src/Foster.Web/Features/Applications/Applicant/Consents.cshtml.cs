using Foster.Web.Foundation.Journeys;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Applicant;

/// <summary>Consent to each check, given or refused, with what follows; after sending, the way to take one back.</summary>
public sealed class ConsentsModel : ApplyPage
{
    private static readonly IReadOnlyList<(ConsentWording Wording, YesNoField Field)> Asked =
    [
        .. ConsentWordings.All.Select(w =>
            (
                w,
                new YesNoField(w.CheckKey.ToLowerInvariant())
                {
                    Label = w.Question,
                    Called = w.Name,
                    Hint = $"{w.Why} {w.IfRefused}",
                    Yes = "Yes, I agree",
                    No = "No",
                    MissingMessage = $"Select whether you agree to the check “{w.Name}”",
                }
            )
        ),
    ];

    private readonly GiveConsents give;
    private readonly WithdrawConsent withdraw;
    private ChoiceField<string> which = new("check");

    public ConsentsModel(
        ApplyReads reads,
        ProgressReads progress,
        GiveConsents give,
        WithdrawConsent withdraw
    )
        : base(reads, progress) => (this.give, this.withdraw) = (give, withdraw);

    public override ApplySection Section => ApplySections.Of("consents");

    public IReadOnlyList<ConsentWording> CanTakeBack =>
        Facts.Application.IsOpen
            ? [.. ConsentWordings.All.Where(w => Who.ConsentFor(w.CheckKey)?.IsLive == true)]
            : [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        Prepare();
        if (!Locked)
            foreach (var (wording, field) in Asked)
                Form.Fill(field, Who.ConsentFor(wording.CheckKey)?.Given);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        Form = new Form([.. Asked.Select(a => a.Field)]);
        return await SendAsync(
            token =>
                give.RunAsync(
                    new(Asked.ToDictionary(a => a.Wording.CheckKey, a => Form.Must(a.Field))),
                    Actor,
                    token
                ),
            "/apply",
            "Your answers are saved.",
            ct
        );
    }

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct) || !Locked)
            return NotFound();
        Prepare();
        return await SendAsync(
            token => withdraw.RunAsync(new(Facts.CaseId, Form.Must(which)), Actor, token),
            "/apply/consents",
            "Your consent was taken back.",
            ct
        );
    }

    private void Prepare()
    {
        if (!Locked)
        {
            Form = new Form([.. Asked.Select(a => a.Field)]);
            return;
        }
        which = new ChoiceField<string>(
            "check",
            [.. CanTakeBack.Select(w => new Option<string>(w.CheckKey, w.Name))]
        )
        {
            Label = "Which consent do you take back?",
            MissingMessage = "Select which consent you take back",
        };
        Form = new Form(which);
    }
}
