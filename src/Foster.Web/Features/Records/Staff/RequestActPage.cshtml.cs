using Foster.Web.Features.Records.Requests;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Records.Staff;

/// <summary>One act on a request of another service.</summary>
[Records(AccessKind.Confidential)]
[ForRoles(
    Role.RecruitmentOfficer,
    Role.Assessor,
    Role.SupervisingSocialWorker,
    Role.PanelAdviser,
    Role.TeamManager
)]
public sealed class RequestActPageModel(
    RecordsRequestReads requests,
    AskServiceConsent ask,
    SeeServiceConsent see,
    SendToService send,
    RefuseService refuse
) : FormPage
{
    private static readonly DateField On = new("on") { Label = "When?", Called = "The date" };

    private static readonly TextField What = new("what")
    {
        Label = "What was sent, and how?",
        Called = "What was sent",
        Hint = "For example: copy of the review reports, by secure email",
        MissingMessage = "Enter what was sent",
        Max = 4_000,
        Rows = 4,
    };

    private static readonly ChoiceField<RequestRefusal> Code = new("code", RequestWords.Refusals)
    {
        Label = "What is the main reason?",
        MissingMessage = "Select the main reason",
    };

    private static readonly TextField Reason = new("reason")
    {
        Label = "Reasons",
        Hint = "At least 20 characters. Staff only.",
        MissingMessage = "Enter your reasons",
        Max = 4_000,
        Rows = 5,
    };

    public RequestView View { get; private set; } = null!;

    public RequestPageAct Act { get; private set; } = null!;

    public string Back => RequestLinks.Of(View.Request.Id);

    public async Task<IActionResult> OnGetAsync(
        Guid recordsRequestId,
        string act,
        CancellationToken ct
    )
    {
        if (!await FindAsync(recordsRequestId, act, ct))
            return NotFound();
        if (!Act.Offered(View.Request, Actor.Role))
            return LocalRedirect(Back);
        Form.Suggest(On, Today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        Guid recordsRequestId,
        string act,
        CancellationToken ct
    ) =>
        await FindAsync(recordsRequestId, act, ct)
            ? await SendAsync(
                token => RunAsync(recordsRequestId, token),
                Back,
                "The request is up to date.",
                ct
            )
            : NotFound();

    private Task<Result> RunAsync(Guid id, CancellationToken ct) =>
        Act.Verb switch
        {
            RequestVerb.AskConsent => ask.RunAsync(new(id, Form.Must(On)), Actor, ct),
            RequestVerb.SeeConsent => see.RunAsync(new(id, Form.Must(On)), Actor, ct),
            RequestVerb.Send => send.RunAsync(new(id, Form.Must(On), Form.Must(What)), Actor, ct),
            _ => refuse.RunAsync(
                new(id, Form.Must(On), Form.Must(Code), Form.Must(Reason)),
                Actor,
                ct
            ),
        };

    private async Task<bool> FindAsync(Guid id, string slug, CancellationToken ct)
    {
        if (
            RequestPageActs.Find(slug) is not { } act
            || await requests.FindAsync(id, ct) is not { } view
        )
            return false;
        (View, Act) = (view, act);
        Form = new Form(
            act.Verb switch
            {
                RequestVerb.Send => [On, What],
                RequestVerb.Refuse => [On, Code, Reason],
                _ => new Field[] { On },
            }
        );
        return true;
    }
}
