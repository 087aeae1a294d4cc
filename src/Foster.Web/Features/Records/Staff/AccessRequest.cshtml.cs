using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Records.Staff;

/// <summary>One request: what was gathered, what is decided, and its next step.</summary>
[Records(AccessKind.Confidential)]
public sealed class AccessRequestModel : FormPage
{
    private enum Step
    {
        Gather,
        Finish,
        Approve,
        SendBack,
    }

    private static readonly ChoiceField<Step> Review = new(
        "step",
        new Option<Step>(Step.Finish, "Everything is decided: send it to the second look"),
        new Option<Step>(Step.Gather, "Gather again what was stored since")
    )
    {
        Label = "What is next?",
        MissingMessage = "Select what is next",
    };

    private static readonly ChoiceField<Step> Look = new(
        "step",
        new Option<Step>(Step.Approve, "Approve the copy"),
        new Option<Step>(Step.SendBack, "Send it back to the review")
    )
    {
        Label = "What came of the second look?",
        MissingMessage = "Select what came of the second look",
    };

    private static readonly TextField Reason = new("reason")
    {
        Label = "What has to change, if you send it back?",
        Called = "Reason",
        Optional = true,
        Rows = 3,
        Max = 4_000,
    };

    private readonly AccessReads accesses;
    private readonly GatherAgain gather;
    private readonly FinishAccessReview finish;
    private readonly TakeSecondLook look;

    public AccessRequestModel(
        AccessReads accesses,
        GatherAgain gather,
        FinishAccessReview finish,
        TakeSecondLook look
    ) => (this.accesses, this.gather, this.finish, this.look) = (accesses, gather, finish, look);

    public AccessLine Access { get; private set; } = null!;
    public Deadline? Deadline { get; private set; }
    public bool IsOfficer => Actor.Has(Capability.RecordsOfficer);

    public IReadOnlyList<(
        string Table,
        AccessItemKind Kind,
        AccessChoice Choice,
        int Rows,
        Guid First
    )> Groups { get; private set; } = [];

    /// <summary>The words of the button; null where this reader has nothing to do now.</summary>
    public string? Act { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid caseId, Guid accessId, CancellationToken ct) =>
        await LoadAsync(caseId, accessId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid caseId, Guid accessId, CancellationToken ct)
    {
        if (!await LoadAsync(caseId, accessId, ct) || Act is null)
            return NotFound();
        var reviewing = Access.State == AccessState.Review;
        return await SendAsync(
            token =>
                Form.Must(reviewing ? Review : Look) switch
                {
                    Step.Gather => gather.RunAsync(new(accessId), Actor, token),
                    Step.Finish => finish.RunAsync(new(accessId), Actor, token),
                    var step => look.RunAsync(
                        new(accessId, step == Step.Approve, Form.Get(Reason)),
                        Actor,
                        token
                    ),
                },
            RecordsLinks.Access(caseId, accessId),
            "Done.",
            ct
        );
    }

    private async Task<bool> LoadAsync(Guid caseId, Guid accessId, CancellationToken ct)
    {
        if (
            !AccessReads.MayRead(Actor)
            || await accesses.FindAsync(caseId, accessId, ct) is not { } access
        )
            return false;
        Access = access;
        Groups = await accesses.GroupsAsync(accessId, ct);
        Deadline = await accesses.DeadlineAsync(accessId, ct);
        if (access.State == AccessState.Review && IsOfficer)
            (Act, Form) = ("Continue", new Form(Review));
        if (access.State == AccessState.SecondLook && access.ReviewedById != Actor.AccountId)
            (Act, Form) = ("Save the second look", new Form(Look, Reason));
        return true;
    }
}
