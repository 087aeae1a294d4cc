using Foster.Web.Features.Applications.Emails;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <summary>Posts the messages of an application to those applicants who have an e-mail address.</summary>
public sealed class ApplicantMail(FosterDb db, Links links, Outbox outbox)
{
    public Task ReceivedAsync(ApplyFacts facts, DateOnly decisionBy, CancellationToken ct) =>
        PostAsync(
            facts,
            facts.Applicants,
            to => ApplicationEmails.Received(to, decisionBy, Progress),
            ct
        );

    public Task PartSentAsync(ApplyFacts facts, ApplicantFacts who, CancellationToken ct) =>
        PostAsync(facts, [who], to => ApplicationEmails.PartSent(to, Progress), ct);

    public Task IncompleteAsync(
        ApplyFacts facts,
        IReadOnlyList<ApplicantFacts> whose,
        CancellationToken ct
    ) =>
        PostAsync(
            facts,
            whose,
            to => ApplicationEmails.Incomplete(to, links.Absolute("/apply")),
            ct
        );

    /// <summary>Tells who goes on alone, and who no longer applies; neither message says anything of the other.</summary>
    public async Task AloneAsync(
        ApplyFacts facts,
        ApplicantFacts stays,
        ApplicantFacts leaves,
        CancellationToken ct
    )
    {
        await PostAsync(
            facts,
            [stays],
            to => ApplicationEmails.Alone(to, links.Absolute("/apply")),
            ct
        );
        await PostAsync(facts, [leaves], ApplicationEmails.Left, ct);
    }

    private string Progress => links.Absolute("/apply/progress");

    private async Task PostAsync(
        ApplyFacts facts,
        IReadOnlyList<ApplicantFacts> whose,
        Func<MailTo, Email> write,
        CancellationToken ct
    )
    {
        var council = await db.Set<Council>()
            .SingleAsync(c => c.Id == facts.Application.CouncilId, ct);
        foreach (var person in whose.Select(w => w.Person))
            if (person.Email is { } email)
                outbox.Post(
                    council.Id,
                    facts.CaseId,
                    write(new MailTo(email, person.GivenName, facts.Reference, council))
                );
    }
}
