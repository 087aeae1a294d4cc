using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

/// <summary>
/// Somebody agrees after all to a check that was asked for: it is chased again from where it stood (R-ASSESS-02), and
/// where nothing else was missing, stage 1 is complete (R-ASSESS-06). The agreement saves.
/// </summary>
public sealed class OnConsentGivenAfterAll(
    FosterDb db,
    CaseReads cases,
    DeadlineBook deadlines,
    Stage1Completion completion
) : IOn<ConsentGivenAfterAll>
{
    public async Task HandleAsync(ConsentGivenAfterAll happened, Actor actor, CancellationToken ct)
    {
        var person = (await cases.PeopleAsync(happened.CaseId, ct)).FirstOrDefault(p =>
            p.PersonId == happened.PersonId
        );
        foreach (
            var check in (await db.OfCaseAsync<Check>(happened.CaseId, ct)).Where(c =>
                c.Kind == happened.CheckKey
                && c.PersonId == happened.PersonId
                && c.State == CheckState.Requested
            )
        )
        {
            var asked = check.RequestedOn!.Value;
            var chases = await db.Set<CheckChase>().CountAsync(c => c.CheckId == check.Id, ct);
            if (chases < ChaseCheck.Lines.Length)
                await OpenAsync(
                    check,
                    ChaseCheck.Lines[chases],
                    asked,
                    $"{CheckAct.Called(check, person)}: chase again",
                    ct
                );
            if (check.Kind == ConsentWordings.FormerService)
                await OpenAsync(check, DeadlineRules.FormerServiceReference, asked, null, ct);
        }

        await AskOnAsync(happened, ct);
        if (
            await db.Set<Application>()
                .SingleOrDefaultAsync(a => a.CaseId == happened.CaseId, ct) is
            { } application
        )
            await completion.IfCompleteAsync(application, ct);
    }

    /// <summary>What else a former service was asked for is waited for again, from the day it was asked.</summary>
    private async Task AskOnAsync(ConsentGivenAfterAll happened, CancellationToken ct)
    {
        foreach (
            var request in (await db.OfCaseAsync<ServiceRequest>(happened.CaseId, ct)).Where(r =>
                r.PersonId == happened.PersonId
                && r.State == ServiceRequestState.Sent
                && ServiceRequest.ConsentTo(r.Kind) == happened.CheckKey
            )
        )
            await deadlines.OpenAsync(
                request.CouncilId,
                request.CaseId,
                request.Id,
                request.Line,
                request.SentOn,
                Role.Assessor,
                ct
            );
    }

    private Task<Deadline> OpenAsync(
        Check check,
        DeadlineLine line,
        DateOnly asked,
        string? title,
        CancellationToken ct
    ) =>
        deadlines.OpenAsync(
            check.CouncilId,
            check.CaseId,
            check.Id,
            line,
            asked,
            Role.Assessor,
            ct,
            title: title
        );
}
