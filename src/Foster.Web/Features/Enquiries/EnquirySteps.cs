using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;

namespace Foster.Web.Features.Enquiries;

/// <summary>What this actor may do with an enquiry now; the next step of the road is marked.</summary>
public static class EnquirySteps
{
    private static readonly (
        EnquiryVerb Verb,
        string Path,
        string Text,
        EnquiryState[] NextIn
    )[] All =
    [
        (EnquiryVerb.LogContact, "contact", "Log a contact or an attempt", [EnquiryState.Received]),
        (EnquiryVerb.SendPack, "pack", "Record the information pack", [EnquiryState.Contacted]),
        (
            EnquiryVerb.ExpressInterest,
            "interest",
            "Record an expression of interest for them",
            [EnquiryState.InfoSent]
        ),
        (
            EnquiryVerb.NameAssessor,
            "assessor",
            "Name the assessor for the visit",
            [EnquiryState.EoiReceived]
        ),
        (EnquiryVerb.ScheduleVisit, "visit", "Arrange the visit", [EnquiryState.EoiReceived]),
        (
            EnquiryVerb.RecordVisit,
            "visit/record",
            "Record the visit",
            [EnquiryState.VisitScheduled]
        ),
        (
            EnquiryVerb.Invite,
            "outcome",
            "Decide the outcome of the visit",
            [EnquiryState.VisitCompleted]
        ),
        (EnquiryVerb.ChangeApplicants, "applicants", "Change whether they enquire alone", []),
        (EnquiryVerb.AddToHousehold, "household", "Add somebody who lives there", []),
        (EnquiryVerb.LookUp, "look-up", "Look into our case system", []),
        (EnquiryVerb.RecordConcern, "concern", "Record a concern about a child", []),
        (EnquiryVerb.NameOfficer, "officer", "Give it to a recruitment officer", []),
        (EnquiryVerb.Withdraw, "withdraw", "Withdraw the enquiry for them", []),
        (EnquiryVerb.CloseDuplicate, "close", "Close the enquiry", []),
        (
            EnquiryVerb.Reopen,
            "reopen",
            "Reopen the enquiry",
            [EnquiryState.NoContact, EnquiryState.Withdrawn]
        ),
    ];

    public static IReadOnlyList<CaseAction> For(EnquiryView view, Actor actor)
    {
        var (caseId, state) = (view.Enquiry.CaseId, view.Enquiry.State);
        // Without an assessor naming one comes before the appointment.
        var hasAssessor = view.Assessor is not null;
        var steps = new List<CaseAction>();
        if (view.IsStopped && actor.Is(Role.TeamManager))
            steps.Add(new("Decide about the concern", $"/staff/enquiries/{caseId}/look-up", true));
        foreach (var (verb, path, text, nextIn) in All)
        {
            if (view.IsStopped && EnquiryMachine.StoppedByConcern.Contains(verb))
                continue;
            // Until it is decided the team manager's page of look-ups is the one above.
            if (view.IsStopped && verb is EnquiryVerb.LookUp && actor.Is(Role.TeamManager))
                continue;
            if (EnquiryMachine.Table.Against(state, verb, actor.Role).Count > 0)
                continue;
            if (verb is EnquiryVerb.ScheduleVisit && !hasAssessor)
                continue;
            // Their own is the worker's; the team manager only gives leave for a day that lies long back.
            var isOld =
                actor.Is(Role.TeamManager) && EnquiryMachine.OldDaysByManager.Contains(verb);
            var isNext =
                nextIn.Contains(state)
                && !(verb is EnquiryVerb.NameAssessor && hasAssessor)
                && !isOld
                && !view.IsStopped;
            steps.Add(
                new CaseAction(
                    isOld
                        ? $"{text}, more than {BackDating.OrdinaryWorkingDays} working days ago"
                        : Say(verb, text, state),
                    $"/staff/enquiries/{caseId}/{path}",
                    isNext
                )
            );
        }
        if (view.Restricted && actor.Has(Capability.IntakeOfficer))
            steps.Add(new CaseAction("Name people who may open it", CaseLinks.People(caseId)));
        return steps;
    }

    /// <summary>Who owes the next step and what it is, for somebody who cannot take it.</summary>
    public static string Waiting(EnquiryView view) =>
        view.IsStopped
            ? LookUps.LookUpReads.Stopped.Reason
            : Waiting(view.Enquiry.State, view.Assessor is not null);

    private static string Waiting(EnquiryState state, bool hasAssessor) =>
        state switch
        {
            EnquiryState.Received => "The recruitment officer speaks with the enquirer.",
            EnquiryState.Contacted => "The recruitment officer sends the information pack.",
            EnquiryState.InfoSent => "The enquirer sends the expression of interest.",
            EnquiryState.EoiReceived when !hasAssessor =>
                "The team manager or the recruitment officer names the assessor for the visit.",
            EnquiryState.EoiReceived =>
                "The recruitment officer or the assessor arranges the visit.",
            EnquiryState.VisitScheduled => "The assessor visits and records the visit.",
            EnquiryState.VisitCompleted => "The team manager decides the outcome.",
            EnquiryState.InvitedToApply =>
                "The enquirer was invited to apply: the application goes on from here.",
            _ => "This enquiry has ended.",
        };

    private static string Say(EnquiryVerb verb, string text, EnquiryState state) =>
        verb switch
        {
            EnquiryVerb.ScheduleVisit when state is EnquiryState.VisitScheduled => "Move the visit",
            EnquiryVerb.NameAssessor when state is EnquiryState.VisitScheduled =>
                "Name another assessor",
            _ => text,
        };
}
