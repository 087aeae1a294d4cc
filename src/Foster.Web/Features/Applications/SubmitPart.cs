using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <param name="Declared">The applicant says that what they wrote is true.</param>
/// <param name="Connection">Who in the household is connected with staff or councillors, and how; null for nobody.</param>
public sealed record SubmitPartInput(bool Declared, string? Connection);

/// <summary>
/// An applicant signs and sends their own part. With the last part the application is received, whole or not at all, and
/// its clocks start (R-APP-01, R-APP-02).
/// </summary>
public sealed class SubmitPart(
    FosterDb db,
    ApplyReads reads,
    OpenApplicationReads openOnes,
    DeadlineBook deadlines,
    ApplicantMail mail,
    RestrictCase restrict,
    RefusedConsents refused,
    TypedForms typed,
    HandOver handOver,
    CaseHistory history,
    LondonClock clock
)
{
    private static readonly Sections.CourtSection Court = (Sections.CourtSection)
        ApplySections.Of("court");

    public Task<Result> RunAsync(SubmitPartInput input, Actor actor, CancellationToken ct) =>
        db.WriteTogetherAsync(() => SendAsync(input, actor, ct), ct);

    private async Task<Result> SendAsync(SubmitPartInput input, Actor actor, CancellationToken ct)
    {
        var found = await db.OpenPartAsync(actor, ct);
        if (!found.Ok)
            return found;
        var (application, part) = found.Value;
        var facts = (await reads.OfCaseAsync(part.CaseId, ct))!;
        var who = facts.Find(part.PersonId)!;
        var last = facts.Applicants.All(a => a == who || a.Part.IsSent);
        var missing = (
            last
                ? ApplySections.MissingForAll(facts, who)
                : [.. ApplySections.MissingFor(facts, who).Select(m => m.Refusal)]
        ).ToList();
        if (last && await AppliesElsewhereAsync(facts, ct))
            missing.Add(
                new Refusal(
                    "It looks as if one of you has applied to us already. Please call us before you send this, and we will look at it with you.",
                    "R-VAL-09"
                )
            );
        if (!input.Declared)
            missing.Add(
                new Refusal("Confirm that what you have written is true.", "T-APP-01", "declared")
            );
        var sent = part.Send(clock.Now, missing);
        if (!sent.Ok)
            return sent;
        application.TakePart(clock.Now);
        // What was typed and never saved was not meant.
        await typed.DropAsync(part.PersonId, null, ct);
        if (input.Connection is { } connection)
            await RestrictAsync(facts, connection, actor, ct);
        await history.WriteAsync(
            actor,
            part.CaseId,
            new HistoryNote("application.part-sent", $"{who.Person.FullName} sent their part")
            {
                ForApplicant = $"{who.Person.GivenName} sent their part of the application",
                Rules = ["T-APP-01", "R-APP-06"],
                Payload = new { Declaration = part.DeclarationVersion },
            },
            ct
        );
        if (Court.Declares(facts, who))
            await history.WriteAsync(
                actor,
                part.CaseId,
                new HistoryNote(
                    "declared.offence",
                    "Something was declared about offences; the team manager reads it with the application"
                )
                {
                    PersonId = part.PersonId,
                    Audience = Audience.Restricted,
                    Rules = ["R-ELIG-08"],
                },
                ct
            );
        var done = last
            ? await ReceiveAsync(application, facts, actor, ct)
            : await WaitAsync(application, facts, who, actor, ct);
        if (!done.Ok)
            return done;
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    /// <summary>Dates of birth may be known only now, and another application may have been opened meanwhile.</summary>
    private Task<bool> AppliesElsewhereAsync(ApplyFacts facts, CancellationToken ct) =>
        openOnes.AnyOfAsync([.. facts.Applicants.Select(a => a.Person)], ct, facts.CaseId);

    private async Task<Result> ReceiveAsync(
        Application application,
        ApplyFacts facts,
        Actor actor,
        CancellationToken ct
    )
    {
        var today = clock.Today;
        var submitted = application.Submit(actor, today, []);
        if (!submitted.Ok)
            return submitted;
        await deadlines.CancelAsync(
            application.CaseId,
            DeadlineRules.IncompleteApplicationReply,
            "The application is complete.",
            ct
        );
        var decide = await deadlines.OpenAsync(
            application.CouncilId,
            application.CaseId,
            application.Id,
            DeadlineRules.DecisionToAssess,
            today,
            Role.TeamManager,
            ct,
            forApplicant: "We decide whether to go on to the assessment"
        );
        await deadlines.OpenAsync(
            application.CouncilId,
            application.CaseId,
            application.Id,
            DeadlineRules.PanelRecommendation,
            today,
            Role.TeamManager,
            ct,
            forApplicant: "Panel makes its recommendation, at the latest"
        );
        await history.WriteAsync(
            actor,
            application.CaseId,
            new HistoryNote("application.received", "Complete application received")
            {
                ForApplicant = "We have your whole application",
                From = ApplicationState.Draft,
                To = application.State,
                Rules = ["T-APP-01", "R-APP-01", "R-APP-02", "R-APP-03"],
            },
            ct
        );
        foreach (var consent in facts.Applicants.SelectMany(RefusedConsents.Of))
            await refused.AskAsync(consent, today, ct);
        await mail.ReceivedAsync(facts, decide.DueOn, ct);
        await handOver.PublishAsync(
            new ApplicationSubmitted(application.CaseId, application.Id, today),
            actor,
            ct
        );
        return Result.Done;
    }

    /// <summary>One has sent and the other has not: the application is incomplete, and they are told what is missing.</summary>
    private async Task<Result> WaitAsync(
        Application application,
        ApplyFacts facts,
        ApplicantFacts who,
        Actor actor,
        CancellationToken ct
    )
    {
        await deadlines.OpenAsync(
            application.CouncilId,
            application.CaseId,
            application.Id,
            DeadlineRules.IncompleteApplicationReply,
            clock.Today,
            Role.RecruitmentOfficer,
            ct,
            forApplicant: "We tell you what is still missing"
        );
        await mail.PartSentAsync(facts, who, ct);
        return Result.Done;
    }

    /// <summary>Somebody connected with staff or councillors: out of everybody's sight from now on (R-SOD-08).</summary>
    private async Task RestrictAsync(
        ApplyFacts facts,
        string connection,
        Actor actor,
        CancellationToken ct
    )
    {
        var found = await db.Set<Case>().SingleAsync(c => c.Id == facts.CaseId, ct);
        await restrict.RunAsync(
            new(
                found,
                connection,
                [
                    .. facts.Applicants.Select(a => a.Person.FullName),
                    .. facts.Applicants.Select(a => a.Person.Email).OfType<string>(),
                    connection,
                ]
            ),
            actor,
            ct
        );
    }
}
