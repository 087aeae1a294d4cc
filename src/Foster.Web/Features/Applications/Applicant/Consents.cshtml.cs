using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Applicant;

/// <summary>Consent to each check, given or refused, with what follows; after sending, the way to take one back.</summary>
public sealed class ConsentsModel : TypedPage
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

    private static readonly YesNoField Elsewhere = new("approved-elsewhere")
    {
        Label =
            "Has another fostering service approved you as a foster carer at any time in the last 12 months?",
        Called = "Approved elsewhere",
        Hint = "If so, we ask you about its reference and its records too.",
        MissingMessage =
            "Select whether another fostering service approved you in the last 12 months",
    };

    private readonly GiveConsents give;
    private readonly WithdrawConsent withdraw;
    private readonly AgreeToCheck agree;
    private ChoiceField<string> which = new("check");

    public ConsentsModel(
        ApplyReads reads,
        ProgressReads progress,
        GiveConsents give,
        WithdrawConsent withdraw,
        AgreeToCheck agree
    )
        : base(reads, progress) => (this.give, this.withdraw, this.agree) = (give, withdraw, agree);

    public override ApplySection Section => ApplySections.Of("consents");

    protected override string TypedKey => "consents";

    public IReadOnlyList<ConsentWording> CanTakeBack =>
        Facts.Application.IsOpen
            ? [.. ConsentWordings.All.Where(w => Who.ConsentFor(w.CheckKey)?.IsLive == true)]
            : [];

    /// <summary>Checks that were refused or taken back, to which they may agree after all.</summary>
    public IReadOnlyList<ConsentWording> CanAgree =>
        Facts.Application.IsOpen
            ?
            [
                .. ConsentWordings
                    .AskedOf(Who.Part.ApprovedElsewhere)
                    .Union(AskedOnPaper)
                    .Where(w => Who.ConsentFor(w.CheckKey)?.IsLive != true),
            ]
            : [];

    /// <summary>Whoever was approved longer ago agreed on paper that we see those records (R-TRF-06).</summary>
    private IEnumerable<ConsentWording> AskedOnPaper =>
        ConsentWordings.All.Where(w =>
            w.CheckKey == ConsentWordings.FormerRecords
            && Who.Consents.Any(c => c.CheckKey == w.CheckKey)
        );

    /// <summary>The questions of this applicant: about an earlier service only where one approved them.</summary>
    private IEnumerable<(ConsentWording Wording, YesNoField Field)> Mine =>
        Asked.Where(a => ConsentWordings.AskedOf(Who.Part.ApprovedElsewhere).Contains(a.Wording));

    /// <summary>The question about the service that approved them is asked and not answered yet; where it stands.</summary>
    public string? StillAsked =>
        !Locked
        && Who.Part.ApprovedElsewhere is true
        && Who.ConsentFor(ConsentWordings.FormerService) is null
            ? Asked.Single(a => a.Wording.CheckKey == ConsentWordings.FormerService).Field.Name
            : null;

    private Form Questions => new([.. Mine.Select(a => a.Field), Elsewhere]);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        Prepare();
        if (!Locked)
        {
            foreach (var (wording, field) in Mine)
                Form.Fill(field, Who.ConsentFor(wording.CheckKey)?.Given);
            Form.Fill(Elsewhere, Who.Part.ApprovedElsewhere);
            await TakeUpAsync(ct);
        }
        return Page();
    }

    /// <summary>What is chosen is kept as it is; a consent is only what is given with the button (R-APP-05).</summary>
    public Task<IActionResult> OnPostKeepAsync(CancellationToken ct) => LaterAsync(ct);

    public Task<IActionResult> OnPostLaterAsync(CancellationToken ct) => LaterAsync(ct);

    public async Task<IActionResult> OnPostForgetAsync(CancellationToken ct) =>
        await LoadAsync(ct) ? await ForgetTypedAsync(ct) : NotFound();

    /// <summary>What follows from each no that stops stage 1, said at once and not only to staff (R-APP-05).</summary>
    private string WithoutWhich(bool elsewhere)
    {
        var asked = ConsentWordings.AskedOf(elsewhere);
        var refused = Mine.Where(a => a.Wording.Mandatory && asked.Contains(a.Wording))
            .Where(a => !Form.Must(a.Field))
            .Select(a => a.Wording.Name)
            .ToList();
        return refused.Count == 0
            ? ""
            : $" You said no to: {string.Join(", ", refused)}. We cannot finish stage 1 without {(refused.Count == 1 ? "this check" : "these checks")}. You can change your answer until you send your part; then your worker talks with you.";
    }

    private async Task<IActionResult> LaterAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        Form = Questions;
        return await KeepTypedAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        Form = Questions;
        return await SendAsync(
            async token =>
            {
                var elsewhere = Form.Must(Elsewhere);
                var given = await DoneAsync(
                    give.RunAsync(
                        new(
                            Mine.ToDictionary(a => a.Wording.CheckKey, a => Form.Must(a.Field)),
                            elsewhere
                        ),
                        Actor,
                        token
                    ),
                    token
                );
                if (!given.Ok)
                    return Result<Sent>.Refused(given.Refusals);
                // The questions about the earlier service follow where they were not on the page yet.
                return elsewhere && Who.Part.ApprovedElsewhere is not true
                    ? new Sent(
                        "/apply/consents",
                        "Your answers are saved. Two more questions: about the service that approved you."
                            + WithoutWhich(elsewhere)
                    )
                    : new Sent("/apply", "Your answers are saved." + WithoutWhich(elsewhere));
            },
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

    public async Task<IActionResult> OnPostAgreeAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct) || !Locked)
            return NotFound();
        var check = new ChoiceField<string>(
            "check",
            [.. CanAgree.Select(w => new Option<string>(w.CheckKey, w.Name))]
        )
        {
            Label = "To which check do you agree?",
            MissingMessage = "Select to which check you agree",
        };
        Form = new Form(check);
        return await SendAsync(
            token => agree.RunAsync(new(Facts.CaseId, Form.Must(check)), Actor, token),
            "/apply/consents",
            "You agree to the check now. Thank you.",
            ct
        );
    }

    private void Prepare()
    {
        if (!Locked)
        {
            Form = Questions;
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
