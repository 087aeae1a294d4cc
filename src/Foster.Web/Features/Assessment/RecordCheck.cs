using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

/// <param name="ConsentSeenOn">The day a consent on paper was seen, where there is none on record yet.</param>
public sealed record RecordCheckInput(
    Guid CheckId,
    DateOnly ReceivedOn,
    CheckOutcome Outcome,
    string? Note,
    DateOnly ReviewedOn,
    string? CertificateNumber = null,
    DateOnly? CertificateIssuedOn = null,
    bool? OnBarredList = null,
    DateOnly? ConsentSeenOn = null,
    string? MadeBy = null
);

/// <summary>What came back is reviewed and recorded (R-VAL-05). The last mandatory item completes stage 1 by itself.</summary>
public sealed class RecordCheck(
    FosterDb db,
    CheckAct act,
    Stage1Completion completion,
    DeadlineBook deadlines,
    BackDating backDating,
    ConsentGuard consents,
    CheckDocuments documents,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(RecordCheckInput input, Actor actor, CancellationToken ct)
    {
        if (await act.FindAsync(input.CheckId, ct) is not { } found)
            return Result.Refused("This check is not open to you.");
        var check = found.Check;
        var result = check.Record(
            actor,
            await FindingsAsync(input, check, actor, ct),
            [
                .. found.Against,
                .. await backDating.AgainstInsteadAsync(
                    "assessor",
                    actor,
                    ct,
                    (input.ReceivedOn, "received"),
                    (input.ReviewedOn, "reviewed")
                ),
                .. await AgainstConsentAsync(input, found, ct),
                .. actor.PersonId is { } self && self == check.PersonId
                    ? new[] { new Refusal("Nobody reviews a check about themselves.", "R-VAL-05") }
                    : [],
            ]
        );
        if (!result.Ok)
            return result;
        await NoteConsentAsync(input, found, actor, ct);
        foreach (var line in ChaseCheck.Lines)
            await deadlines.CancelAsync(check.CaseId, line, "The check is in.", ct, check.Id);
        if (check.Kind == ConsentWordings.FormerService)
            await EndClockAsync(check, input.ReceivedOn, ct);
        await history.WriteAsync(
            actor,
            check.CaseId,
            new HistoryNote("check.recorded", $"{found.Title} recorded{found.ForWhom}")
            {
                OccurredOn = input.ReceivedOn,
                PersonId = check.PersonId,
                Rules = ["R-VAL-05", "R-ASSESS-03"],
                ForApplicant =
                    !found.OfApplicant ? null
                    : check.Outcome == CheckOutcome.NotSupplied
                        ? $"We asked for this and did not get it: {found.Title}"
                    : $"We have received: {found.Title}",
            },
            ct
        );
        if (check.IsIn)
            await documents.SettledAsync(check, ct);
        await completion.IfCompleteAsync(found.Application, ct);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    /// <summary>The clock of a former service is met by its reference only, not by its silence or refusal (R-REF-02).</summary>
    private Task EndClockAsync(Check check, DateOnly on, CancellationToken ct) =>
        check.IsSupplied
            ? deadlines.MeetAsync(
                check.CaseId,
                DeadlineRules.FormerServiceReference,
                on,
                ct,
                check.Id
            )
            : deadlines.CancelAsync(
                check.CaseId,
                DeadlineRules.FormerServiceReference,
                "The reference does not come.",
                ct,
                check.Id
            );

    /// <summary>Nothing counts that came in without consent; that it was refused can be recorded (R-APP-05).</summary>
    private async Task<IReadOnlyList<Refusal>> AgainstConsentAsync(
        RecordCheckInput input,
        FoundCheck found,
        CancellationToken ct
    )
    {
        var check = found.Check;
        if (
            !check.About.NeedsConsent
            || input.Outcome is CheckOutcome.Refused or CheckOutcome.NotApplicable
        )
            return [];
        var stopped = await consents.AgainstAsync(
            check.CaseId,
            check.PersonId,
            check.Kind,
            ct,
            input.ReceivedOn
        );
        return
            stopped.Count > 0
            || check.ConsentSeenOn is not null
            || await consents.HasAnswerAsync(check.CaseId, check.PersonId, check.Kind, ct)
            ? stopped
            : input.ConsentSeenOn switch
            {
                null =>
                [
                    new Refusal(
                        $"There is no consent to this check on record{found.ForWhom}, and nothing counts without one. Ask them to sign the consent form for it and enter the day you saw it. An applicant can also agree in their application.",
                        "R-APP-05",
                        "consent"
                    ),
                ],
                { } seen when seen > input.ReceivedOn =>
                [
                    new Refusal(
                        "Consent comes before what is received. Check both dates.",
                        "R-VAL-04",
                        "consent"
                    ),
                ],
                _ => [],
            };
    }

    /// <summary>What an adult of the household answers comes in with their check: they have no account (R-APP-05).</summary>
    private async Task NoteConsentAsync(
        RecordCheckInput input,
        FoundCheck found,
        Actor actor,
        CancellationToken ct
    )
    {
        var check = found.Check;
        if (!check.About.NeedsConsent)
            return;
        var answered = await consents.HasAnswerAsync(check.CaseId, check.PersonId, check.Kind, ct);
        if (input.Outcome == CheckOutcome.Refused)
        {
            if (
                !found.OfApplicant
                && (
                    !answered
                    || (
                        await consents.AgainstAsync(check.CaseId, check.PersonId, check.Kind, ct)
                    ).Count == 0
                )
            )
                await act.AnsweredAsync(found, agrees: false, input.ReceivedOn, actor, ct);
        }
        else if (!answered && input.ConsentSeenOn is { } seen)
            await act.AnsweredAsync(found, agrees: true, seen, actor, ct);
    }

    private async Task<CheckFindings> FindingsAsync(
        RecordCheckInput input,
        Check check,
        Actor actor,
        CancellationToken ct
    )
    {
        // A certificate says how things stood on its day; the service renews it (R-REN-01).
        var expires =
            check.About.NeedsCertificate && input.CertificateIssuedOn is { } issued
                ? (await deadlines.PreviewAsync(DeadlineRules.DbsRenewal, issued, ct)).On
                : (DateOnly?)null;
        var number = input.CertificateNumber?.Replace(" ", "", StringComparison.Ordinal);
        return new CheckFindings(
            input.ReceivedOn,
            input.Outcome,
            input.Note,
            actor.AccountId,
            actor.Name,
            input.ReviewedOn,
            check.About.NeedsCertificate ? number : null,
            check.About.NeedsCertificate ? input.CertificateIssuedOn : null,
            check.About.NeedsCertificate ? input.OnBarredList : null,
            expires,
            check.About.NeedsConsent ? input.ConsentSeenOn : null,
            string.IsNullOrWhiteSpace(input.MadeBy) ? null : input.MadeBy.Trim()
        );
    }
}
