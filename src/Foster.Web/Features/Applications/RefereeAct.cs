using Foster.Web.Features.Applications.Emails;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <summary>A referee with the application for which they speak.</summary>
/// <param name="Against">Refused where referees are not worked on.</param>
public sealed record FoundReferee(
    Referee Referee,
    Application Application,
    IReadOnlyList<Refusal> Against
);

/// <summary>What the acts on a referee share: finding them, their link, their messages and their clocks. Callers save.</summary>
public sealed class RefereeAct(
    FosterDb db,
    CaseReads cases,
    Links links,
    Outbox outbox,
    DeadlineBook deadlines,
    ConsentGuard consents,
    LondonClock clock
)
{
    /// <summary>How long a referee can answer by one link.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromDays(90);

    private static readonly DeadlineLine[] Chasing =
    [
        DeadlineRules.FirstChase,
        DeadlineRules.SecondChase,
        DeadlineRules.ThirdChase,
    ];

    /// <summary>Null where the referee is out of reach.</summary>
    public async Task<FoundReferee?> FindAsync(Guid refereeId, CancellationToken ct)
    {
        var referee = await db.Set<Referee>().SingleOrDefaultAsync(r => r.Id == refereeId, ct);
        if (referee is null)
            return null;
        var application = await db.Set<Application>()
            .SingleAsync(a => a.CaseId == referee.CaseId, ct);
        return new FoundReferee(
            referee,
            application,
            IsWorkedOn(application)
                ? []
                :
                [
                    new Refusal(
                        "Referees are asked between the decision to assess and the sharing of the report.",
                        "R-REF-01"
                    ),
                ]
        );
    }

    /// <summary>The same for the referee themself, who learns no more than that nothing is wanted of them any more.</summary>
    public async Task<FoundReferee?> FindForAnswerAsync(Guid refereeId, CancellationToken ct)
    {
        if (await FindAsync(refereeId, ct) is not { } found)
            return null;
        var against = new List<Refusal>(found.Against);
        if (found.Referee is { State: RefereeState.Asked, AnsweredOn: not null })
            against.Add(new Refusal("You have sent your reference already.", "R-REF-05"));
        if ((await AgainstConsentAsync(found.Referee, ct)).Count > 0)
            against.Add(new Refusal("This reference is not needed any more.", "R-APP-05"));
        return found with { Against = against };
    }

    /// <summary>Nobody asks on where the applicant refuses interviews with referees, or stopped them (R-APP-05).</summary>
    /// <param name="on">The day of what is recorded; null for something that is done now.</param>
    public Task<IReadOnlyList<Refusal>> AgainstConsentAsync(
        Referee referee,
        CancellationToken ct,
        DateOnly? on = null
    ) => consents.AgainstAsync(referee.CaseId, referee.PersonId, AskReferee.Check, ct, on);

    public static bool IsWorkedOn(Application application) =>
        application is { IsOpen: true, Stage1StartedOn: not null, ReportSharedOn: null };

    /// <summary>A fresh link. Somebody may be writing behind an earlier one, which goes on working where it is kept.</summary>
    public async Task<string> LinkAsync(
        Referee referee,
        CancellationToken ct,
        bool keepEarlier = false
    ) =>
        links.Absolute(
            "/reference/"
                + await links.IssueAsync(
                    LinkPurpose.Reference,
                    referee.CouncilId,
                    referee.CaseId,
                    referee.Id,
                    null,
                    LinkLife,
                    ct,
                    keepEarlier: keepEarlier
                )
        );

    /// <summary>All their links are used up.</summary>
    public async Task EndLinksAsync(Referee referee, CancellationToken ct)
    {
        var now = clock.Now;
        foreach (
            var link in await db.Set<LinkToken>()
                .Where(t =>
                    t.SubjectId == referee.Id
                    && t.Purpose == LinkPurpose.Reference
                    && t.UsedAt == null
                )
                .ToListAsync(ct)
        )
            link.UsedAt = now;
    }

    /// <summary>Writes to the referee with one more link, where they have an e-mail address.</summary>
    public async Task WriteAsync(
        Referee referee,
        Func<MailTo, string, DateOnly, Email> words,
        CancellationToken ct
    )
    {
        if (referee.Email is not { } email)
            return;
        var link = await LinkAsync(referee, ct, keepEarlier: true);
        outbox.Post(
            referee.CouncilId,
            referee.CaseId,
            words(
                await ToAsync(referee, email, referee.FirstName, ct),
                link,
                clock.Today.AddDays(LinkLife.Days)
            )
        );
    }

    /// <summary>The applicant who named them is asked to name somebody else.</summary>
    public async Task AskForAnotherAsync(Referee referee, CancellationToken ct)
    {
        var person = (await cases.ApplicantsAsync(referee.CaseId, ct)).FirstOrDefault(p =>
            p.PersonId == referee.PersonId
        );
        if (person?.Email is not { } email)
            return;
        outbox.Post(
            referee.CouncilId,
            referee.CaseId,
            RefereeEmails.NameAnother(
                await ToAsync(referee, email, person.GivenName, ct),
                links.Absolute("/apply/referees")
            )
        );
    }

    /// <summary>Starts the first, or after a chase the next, of the chasing clocks (R-ASSESS-02).</summary>
    public async Task ExpectAsync(Referee referee, DateOnly askedOn, CancellationToken ct)
    {
        if (referee.Chases >= Chasing.Length)
            return;
        await deadlines.OpenAsync(
            referee.CouncilId,
            referee.CaseId,
            referee.Id,
            Chasing[referee.Chases],
            askedOn,
            Role.Assessor,
            ct,
            title: referee.Chases == 0
                ? "Reference of a referee: chase for the first time"
                : "Reference of a referee: chase again"
        );
    }

    /// <summary>The day by which somebody asked then is hoped to answer: the first on which they would be chased.</summary>
    public async Task<DateOnly> AnswerByAsync(DateOnly askedOn, CancellationToken ct) =>
        (await deadlines.PreviewAsync(DeadlineRules.FirstChase, askedOn, ct)).On;

    public async Task ChasedAsync(Referee referee, int before, DateOnly on, CancellationToken ct)
    {
        if (before < Chasing.Length)
            await deadlines.MeetAsync(referee.CaseId, Chasing[before], on, ct, referee.Id);
    }

    public async Task StopChasingAsync(Referee referee, string reason, CancellationToken ct)
    {
        foreach (var line in Chasing)
            await deadlines.CancelAsync(referee.CaseId, line, reason, ct, referee.Id);
    }

    /// <summary>The applicant has stopped the interviews: those they named are left in peace (R-APP-05).</summary>
    public async Task StopAsync(Guid caseId, Guid personId, CancellationToken ct)
    {
        foreach (var referee in await NamedByAsync(caseId, personId, ct))
        {
            await StopChasingAsync(referee, "The applicant took the consent back.", ct);
            await EndLinksAsync(referee, ct);
        }
    }

    /// <summary>The applicant agrees again: who was asked is chased from where it stood. A link comes with the next message.</summary>
    public async Task GoOnAsync(Guid caseId, Guid personId, CancellationToken ct)
    {
        foreach (var referee in await NamedByAsync(caseId, personId, ct))
            if (referee is { State: RefereeState.Asked, AskedOn: { } asked })
                await ExpectAsync(referee, asked, ct);
    }

    private Task<List<Referee>> NamedByAsync(Guid caseId, Guid personId, CancellationToken ct) =>
        db.Set<Referee>().Where(r => r.CaseId == caseId && r.PersonId == personId).ToListAsync(ct);

    private async Task<MailTo> ToAsync(
        Referee referee,
        string email,
        string firstName,
        CancellationToken ct
    )
    {
        var council = await db.Set<Council>().SingleAsync(c => c.Id == referee.CouncilId, ct);
        var reference = await db.Set<Case>()
            .Where(c => c.Id == referee.CaseId)
            .Select(c => c.Reference)
            .SingleAsync(ct);
        return new MailTo(email, firstName, reference, council);
    }
}
