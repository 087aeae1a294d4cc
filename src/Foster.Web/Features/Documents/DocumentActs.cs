using Foster.Web.Features.Cases;
using Foster.Web.Features.Documents.Emails;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Documents;

/// <summary>What the acts on documents have in common: finding one, what history says of it, its messages.</summary>
public sealed class DocumentActs(FosterDb db, CaseReads cases, Links links, Outbox outbox)
{
    public const string Nobody = "This document is not open to you.";

    /// <summary>The document, where this actor may work on it or it is their own; null for all others.</summary>
    public async Task<Document?> FindAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var found = await db.Set<Document>().SingleOrDefaultAsync(d => d.Id == id, ct);
        return found is not null && MayOpen(found, actor) ? found : null;
    }

    public static bool MayOpen(Document document, Actor actor) =>
        actor.Is(Role.ProspectiveCarer)
            ? actor.PersonId is { } self
                && (document.PersonId == self || document.PersonId is null)
                && document.State != DocumentState.NotNeeded
            : document.About.Workers.Contains(actor.Role);

    public async Task<IReadOnlyList<Refusal>> AgainstClosedAsync(
        Guid caseId,
        CancellationToken ct
    ) =>
        await cases.FindAsync(caseId, ct) is { ClosedOn: null }
            ? []
            :
            [
                new Refusal(
                    "The case is closed, so its documents stay as they are.",
                    DocumentMachine.RuleId
                ),
            ];

    /// <param name="forApplicant">Words without anything that staff wrote.</param>
    public static HistoryNote Note(
        Document document,
        string kind,
        string title,
        string? forApplicant,
        string? reason = null,
        DocumentState? from = null
    ) =>
        new(kind, title)
        {
            PersonId = document.PersonId,
            ForApplicant = forApplicant,
            Reason = reason,
            From = from,
            To = from is null ? null : document.State,
            Rules =
                document.About.Way == DocumentWay.Shown
                    ? [DocumentMachine.RuleId, "R-DP-04"]
                    : [DocumentMachine.RuleId],
        };

    /// <summary>Tells those who have an e-mail address that they are asked for something, or asked again.</summary>
    public async Task TellAsync(Document document, bool again, CancellationToken ct)
    {
        var council = await db.Set<Council>().SingleAsync(c => c.Id == document.CouncilId, ct);
        var reference = (await cases.FindAsync(document.CaseId, ct))!.Reference;
        foreach (
            var person in (await cases.ApplicantsAsync(document.CaseId, ct)).Where(p =>
                document.PersonId is null || p.PersonId == document.PersonId
            )
        )
            if (person.Email is { } address)
                outbox.Post(
                    council.Id,
                    document.CaseId,
                    DocumentEmails.Of(
                        again,
                        address,
                        person.GivenName,
                        reference,
                        council,
                        links.Absolute(DocumentLinks.Own)
                    )
                );
    }
}
