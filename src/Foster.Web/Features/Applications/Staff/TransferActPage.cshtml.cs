using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using static Foster.Web.Features.Applications.Staff.TransferFields;

namespace Foster.Web.Features.Applications.Staff;

/// <summary>One act on a transfer: what will happen, its form and its button.</summary>
[Records(AccessKind.Confidential)]
[ForRoles(Role.RecruitmentOfficer, Role.Assessor, Role.TeamManager)]
public sealed class TransferActPageModel(
    TransferReads reads,
    OpenTransfer open,
    TellFormerService tell,
    RecordTransferNotice notice,
    RecordTransferMeeting meeting,
    RecordOldApprovalEnd end,
    ChangeTransferPlacement placement,
    StopTransfer stop,
    ReopenTransfer reopen
) : FormPage
{
    public TransferView View { get; private set; } = null!;

    public TransferAct Act { get; private set; } = null!;

    public string Back => TransferLinks.Of(View.CaseId);

    public async Task<IActionResult> OnGetAsync(Guid caseId, string act, CancellationToken ct)
    {
        if (!await FindAsync(caseId, act, ct))
            return NotFound();
        if (View.IsOver || !Act.Offered(View.Transfer, Actor.Role))
            return LocalRedirect(Back);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid caseId, string act, CancellationToken ct) =>
        await FindAsync(caseId, act, ct)
            ? await SendAsync(
                token => RunAsync(caseId, token),
                Back,
                "The transfer is up to date.",
                ct
            )
            : NotFound();

    private Task<Result> RunAsync(Guid caseId, CancellationToken ct) =>
        Act.Verb switch
        {
            null => open.RunAsync(new(caseId, Form.Must(Service), Form.Must(Placed)), Actor, ct),
            TransferVerb.TellService => tell.RunAsync(new(caseId, Form.Must(On)), Actor, ct),
            TransferVerb.GiveNotice => notice.RunAsync(new(caseId, Form.Must(On)), Actor, ct),
            TransferVerb.HoldMeeting => meeting.RunAsync(
                new(
                    caseId,
                    Form.Must(On),
                    (Form.Get(Attendees) ?? []).Aggregate(
                        TransferAttendees.None,
                        (all, one) => all | one
                    ),
                    Form.Get(Absent),
                    new(
                        Form.Must(Children),
                        Form.Must(Support),
                        Form.Must(Vacancies),
                        Form.Must(Dates)
                    )
                ),
                Actor,
                ct
            ),
            TransferVerb.RecordEnd => end.RunAsync(
                new(
                    caseId,
                    Form.Must(Ends),
                    Form.Fields.Contains(PlacementEnds) && Form.Get(PlacementEnds) is true
                ),
                Actor,
                ct
            ),
            TransferVerb.ChangePlacement => placement.RunAsync(
                new(caseId, Form.Must(Placed)),
                Actor,
                ct
            ),
            TransferVerb.Reopen => reopen.RunAsync(new(caseId, Form.Must(ReasonAgain)), Actor, ct),
            _ => stop.RunAsync(new(caseId, Form.Must(Reason)), Actor, ct),
        };

    private async Task<bool> FindAsync(Guid caseId, string slug, CancellationToken ct)
    {
        if (
            TransferActs.Find(slug) is not { } act
            || await reads.FindAsync(caseId, ct) is not { } view
            || (view.Transfer is null && act.Verb is not null)
        )
            return false;
        (View, Act) = (view, act);
        Form = new Form(
            act.Verb switch
            {
                null => [Service, Placed],
                TransferVerb.TellService or TransferVerb.GiveNotice => [On],
                TransferVerb.HoldMeeting =>
                [
                    On,
                    Attendees,
                    Absent,
                    Children,
                    Support,
                    Vacancies,
                    Dates,
                ],
                TransferVerb.RecordEnd
                    when view.Transfer is { ChildrenPlaced: true, MeetingOn: null } =>
                [
                    Ends,
                    PlacementEnds,
                ],
                TransferVerb.RecordEnd => [Ends],
                TransferVerb.ChangePlacement => [Placed],
                TransferVerb.Reopen => [ReasonAgain],
                _ => new Field[] { Reason },
            }
        );
        return true;
    }
}
