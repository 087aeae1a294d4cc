using Foster.Web.Features.Applications.Emails;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Documents;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <param name="LeaverId">Who no longer applies.</param>
/// <param name="StaysAtHome">They go on living there, as an adult of the household with the checks that this brings.</param>
public sealed record GoOnAloneInput(Guid CaseId, Guid LeaverId, bool StaysAtHome, string Reason);

/// <summary>
/// A couple parts before their application is received: one of them goes on alone (R-APP-06). What the other wrote for
/// themself was never sent to be assessed; it is deleted and nobody is shown it (R-SOD-13), and their consents with it
/// (R-APP-05). Their sign-in leads to this case no more. Whoever stays looks again at what both had answered.
/// </summary>
public sealed class GoOnAlone(
    FosterDb db,
    ApplyReads reads,
    RemoveApplicant remove,
    TypedForms typed,
    ApplicantMail mail,
    CaseHistory history,
    SettleDocuments papers,
    LondonClock clock
)
{
    /// <summary>What somebody answers of their life with a partner, and says again when that has ended.</summary>
    private const string Relationships = "relationships";

    public Task<Result> RunAsync(GoOnAloneInput input, Actor actor, CancellationToken ct) =>
        db.WriteTogetherAsync(() => PartAsync(input, actor, ct), ct);

    private async Task<Result> PartAsync(GoOnAloneInput input, Actor actor, CancellationToken ct)
    {
        var application = await db.Set<Application>()
            .SingleOrDefaultAsync(a => a.CaseId == input.CaseId, ct);
        if (application is null || await reads.OfCaseAsync(input.CaseId, ct) is not { } facts)
            return Result.Refused("This application is not open to you.");
        var leaver = facts.Find(input.LeaverId);
        var changed = application.GoOnAlone(
            actor,
            clock.Now,
            [
                .. ReasonRule.Against(input.Reason),
                .. !facts.IsJoint ? [new Refusal("One person applies already.", "R-VAL-01")]
                : leaver is null
                    ? new[] { new Refusal("Select who no longer applies.", "R-VAL-01", "who") }
                : [],
            ]
        );
        if (!changed.Ok)
            return changed;
        var stayer = facts.PartnerOf(leaver!)!;
        var removed = await remove.RunAsync(
            new(input.CaseId, input.StaysAtHome, clock.Today, input.LeaverId),
            actor,
            ct
        );
        if (!removed.Ok)
            return removed;
        await ForgetAsync(application, input.LeaverId, ct);
        await AskAgainAsync(application, stayer.Person.PersonId, ct);
        await mail.AloneAsync(facts, stayer, leaver!, ct);
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote(
                "application.alone",
                $"{stayer.Person.FullName} goes on alone, without {leaver!.Person.FullName}, "
                    + (input.StaysAtHome ? "who still lives there" : "who no longer lives there")
            )
            {
                Reason = input.Reason.Trim(),
                ForApplicant = "You go on with your application alone",
                PersonId = stayer.Person.PersonId,
                Rules = ["R-APP-06", "R-SOD-13", "R-VAL-01", "R-VAL-06"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    /// <summary>
    /// What is theirs alone goes: part, answers, referees, consents, what they typed, papers that were asked for and never
    /// given, and an invitation that they have not taken up. What they gave stays with the case, out of the other's sight.
    /// </summary>
    private async Task ForgetAsync(Application application, Guid leaver, CancellationToken ct)
    {
        var caseId = application.CaseId;
        await typed.DropAsync(leaver, null, ct);
        await RemoveAsync(
            db.Set<ApplicantPart>()
                .Where(p => p.ApplicationId == application.Id && p.PersonId == leaver)
        );
        await RemoveAsync(
            db.Set<SectionAnswers>().Where(a => a.CaseId == caseId && a.PersonId == leaver)
        );
        await RemoveAsync(db.Set<Referee>().Where(r => r.CaseId == caseId && r.PersonId == leaver));
        await RemoveAsync(
            db.Set<RefereeBackground>().Where(r => r.CaseId == caseId && r.PersonId == leaver)
        );
        await RemoveAsync(db.Set<Consent>().Where(c => c.CaseId == caseId && c.PersonId == leaver));
        await RemoveAsync(
            db.Set<Document>()
                .Where(d =>
                    d.CaseId == caseId && d.PersonId == leaver && d.State == DocumentState.Asked
                )
        );
        await papers.OfPersonAsync(caseId, leaver, "They no longer apply.", ct);
        // Where they live now stays with whoever lives there.
        await RemoveAsync(db.Set<Address>().Where(a => a.PersonId == leaver && a.To != null));
        foreach (
            var link in await db.Set<LinkToken>()
                .Where(t =>
                    t.Purpose == LinkPurpose.Invitation
                    && t.SubjectId == application.Id
                    && t.PersonId == leaver
                    && t.ExpiresAt > clock.Now
                )
                .ToListAsync(ct)
        )
            link.ExpiresAt = clock.Now;

        async Task RemoveAsync<T>(IQueryable<T> rows)
            where T : class => db.RemoveRange(await rows.ToListAsync(ct));
    }

    /// <summary>Their own part comes first from now on and is signed anew; what they said of relationships is looked at again.</summary>
    private async Task AskAgainAsync(Application application, Guid stayer, CancellationToken ct)
    {
        var part = await db.Set<ApplicantPart>()
            .SingleAsync(p => p.ApplicationId == application.Id && p.PersonId == stayer, ct);
        part.Position = 1;
        part.TakeBack();
        var answers = await db.Set<SectionAnswers>()
            .SingleOrDefaultAsync(
                a =>
                    a.CaseId == application.CaseId
                    && a.PersonId == stayer
                    && a.Section == Relationships,
                ct
            );
        answers?.LookAgain();
    }
}
