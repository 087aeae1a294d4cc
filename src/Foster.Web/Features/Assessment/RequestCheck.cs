using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

/// <param name="ConsentSeenOn">The day a consent on paper was seen, where the application holds none.</param>
public sealed record RequestCheckInput(Guid CheckId, DateOnly On, DateOnly? ConsentSeenOn);

/// <summary>A check is asked for; from that day it is chased until it is in (R-ASSESS-02).</summary>
public sealed class RequestCheck(
    FosterDb db,
    CheckAct act,
    DeadlineBook deadlines,
    BackDating backDating,
    ConsentGuard consents,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(RequestCheckInput input, Actor actor, CancellationToken ct)
    {
        if (await act.FindAsync(input.CheckId, ct) is not { } found)
            return Result.Refused("This check is not open to you.");
        var check = found.Check;
        var consent = (
            await db.Set<Consent>()
                .Where(c =>
                    c.CaseId == check.CaseId
                    && c.PersonId == check.PersonId
                    && c.CheckKey == check.Kind
                )
                .ToListAsync(ct)
        ).Latest();
        var result = check.Request(
            actor,
            input.On,
            consent?.Id,
            input.ConsentSeenOn,
            [
                .. found.Against,
                .. await backDating.AgainstInsteadAsync("assessor", actor, ct, (input.On, "on")),
                .. await AgainstConsentAsync(check, consent, input, ct),
            ]
        );
        if (!result.Ok)
            return result;
        if (consent is null && input.ConsentSeenOn is { } seen && check.About.NeedsConsent)
            await act.AnsweredAsync(found, agrees: true, seen, actor, ct);
        await deadlines.OpenAsync(
            check.CouncilId,
            check.CaseId,
            check.Id,
            DeadlineRules.FirstChase,
            input.On,
            Role.Assessor,
            ct,
            title: $"{found.Called}: chase for the first time"
        );
        if (check.Kind == ConsentWordings.FormerService)
            await deadlines.OpenAsync(
                check.CouncilId,
                check.CaseId,
                check.Id,
                DeadlineRules.FormerServiceReference,
                input.On,
                Role.Assessor,
                ct
            );
        await history.WriteAsync(
            actor,
            check.CaseId,
            new HistoryNote("check.requested", $"{found.Title} asked for{found.ForWhom}")
            {
                OccurredOn = input.On,
                PersonId = check.PersonId,
                Rules = ["R-ASSESS-02", "R-APP-05"],
                ForApplicant = found.OfApplicant ? $"We asked for: {found.Title}" : null,
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    private async Task<IReadOnlyList<Refusal>> AgainstConsentAsync(
        Check check,
        Consent? consent,
        RequestCheckInput input,
        CancellationToken ct
    )
    {
        if (!check.About.NeedsConsent)
            return [];
        if (consent is not null)
            return await consents.AgainstAsync(check.CaseId, check.PersonId, check.Kind, ct);
        return input.ConsentSeenOn switch
        {
            null =>
            [
                new Refusal(
                    "There is no consent on record. Enter the day you saw the signed consent.",
                    "R-APP-05",
                    "consent"
                ),
            ],
            { } seen when seen > input.On =>
            [
                new Refusal("Consent comes before the check is asked for.", "R-VAL-04", "consent"),
            ],
            _ => [],
        };
    }
}
