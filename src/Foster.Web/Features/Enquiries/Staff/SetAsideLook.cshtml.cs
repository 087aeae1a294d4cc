using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>One form that was set aside: what it says, and in or out.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
[Records(AccessKind.Health)]
public sealed class SetAsideLookModel(SetAsideReads reads, LetInSetAside letIn, BinSetAside bin)
    : FormPage
{
    private const string In = "in";

    private static readonly ChoiceField<string> Choice = new(
        "choice",
        new Option<string>(
            In,
            "Let it in",
            "It becomes an ordinary enquiry, from the time it was sent"
        ),
        new Option<string>("bin", "Throw it away", "It is erased after a month")
    )
    {
        Label = "What is it?",
        Called = "Your decision",
        MissingMessage = "Select whether to let it in or to throw it away",
    };

    private static readonly TextField Reason = new("reason")
    {
        Label = "Why, if you throw it away?",
        Called = "Reason",
        Hint = "At least 20 characters.",
        MissingMessage = "Say why you throw it away",
        Rows = 3,
        Max = 1_000,
        OnlyWhen = form => form.Get(Choice) == "bin",
    };

    public static Field ReasonField => Reason;

    public static Field ChoiceField => Choice;

    public SetAsideView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid setAsideFormId, CancellationToken ct) =>
        await LoadAsync(setAsideFormId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid setAsideFormId, CancellationToken ct)
    {
        if (!await LoadAsync(setAsideFormId, ct))
            return NotFound();
        return await SendAsync(
            token =>
                Form.Must(Choice) == In
                    ? LetInAsync(setAsideFormId, token)
                    : BinAsync(setAsideFormId, token),
            ct
        );
    }

    /// <summary>It leads to the enquiry that it became, unless that is closed to whoever let it in.</summary>
    private async Task<Result<Sent>> LetInAsync(Guid id, CancellationToken ct)
    {
        var done = await letIn.RunAsync(new(id), Actor, ct);
        if (!done.Ok)
            return Result<Sent>.Refused(done.Refusals);
        return done.Value switch
        {
            null => new Sent(
                SetAsideNavigation.Path,
                "It is let in: they are asked again in the month they chose."
            ),
            { Restricted: true } made => new Sent(
                SetAsideNavigation.Path,
                $"It is let in as enquiry {made.Reference}, which is restricted: only the intake officers can open it."
            ),
            { } made => new Sent(
                $"/staff/enquiries/{made.CaseId}",
                $"It is let in as enquiry {made.Reference}. First contact is due by {BritishDate.Long(made.ContactDueOn)}."
            ),
        };
    }

    private async Task<Result<Sent>> BinAsync(Guid id, CancellationToken ct)
    {
        var done = await bin.RunAsync(new(id, Form.Must(Reason)), Actor, ct);
        return done.Ok
            ? new Sent(
                SetAsideNavigation.Path,
                "The form is thrown away. It is erased after a month."
            )
            : Result<Sent>.Refused(done.Refusals);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await reads.FindAsync(id, ct) is not { } view)
            return false;
        View = view;
        Form = new Form(Choice, Reason);
        return true;
    }
}
