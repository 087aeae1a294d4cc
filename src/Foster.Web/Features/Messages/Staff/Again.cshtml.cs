using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Messages.Staff;

/// <summary>Sends a message of a case again, to the same address or a corrected one.</summary>
[Records(AccessKind.Confidential)]
[ForRoles(
    Role.RecruitmentOfficer,
    Role.Assessor,
    Role.SupervisingSocialWorker,
    Role.TeamManager,
    Role.PanelAdviser
)]
public sealed class AgainModel(CasePageReads cases, MessageReads reads, SendAgain again) : FormPage
{
    private static readonly EmailField To = new(SendAgain.AddressField)
    {
        Label = "Email address",
        Hint =
            "Correct it here for this message. Correct it on record too, or the next message goes wrong again.",
        MissingMessage = "Enter the email address it goes to",
    };

    private static readonly PhoneField Number = new(SendAgain.AddressField)
    {
        Label = "Mobile number",
        Hint =
            "Correct it here for this message. Correct it on record too, or the next message goes wrong again.",
        MissingMessage = "Enter the mobile number it goes to",
    };

    public CaseHead Head { get; private set; } = null!;
    public MessageLine Message { get; private set; } = null!;
    public string? WhyNot => SendAgain.WhyNot(Message.State, Message.IsDigest);
    private bool IsText => Message.Channel == MessageChannel.Text;
    public bool AsItself => Message.State == OutboxState.Unknown;

    public async Task<IActionResult> OnGetAsync(Guid caseId, Guid messageId, CancellationToken ct)
    {
        if (!await LoadAsync(caseId, messageId, ct))
            return NotFound();
        if (!AsItself && Message.To.Length > 0)
            _ = IsText ? Form.Suggest(Number, Message.To) : Form.Suggest(To, Message.To);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        Guid caseId,
        Guid messageId,
        CancellationToken ct
    ) =>
        await LoadAsync(caseId, messageId, ct)
            ? await SendAsync(
                token => again.RunAsync(new(caseId, messageId, Where()), Actor, token),
                MessageLinks.Of(caseId),
                "The message goes out again.",
                ct
            )
            : NotFound();

    private string? Where() =>
        AsItself ? null
        : IsText ? Form.Must(Number)
        : Form.Must(To);

    private async Task<bool> LoadAsync(Guid caseId, Guid messageId, CancellationToken ct)
    {
        if (
            await cases.HeadAsync(caseId, ct) is not { } head
            || await reads.FindAsync(caseId, messageId, Actor, ct) is not { } message
        )
            return false;
        (Head, Message) = (head, message);
        Form =
            AsItself ? new Form()
            : IsText ? new Form(Number)
            : new Form(To);
        return true;
    }
}
