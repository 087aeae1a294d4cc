using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Documents;

/// <param name="PersonId">Whose document; null for the household.</param>
/// <param name="Words">What exactly is meant, for the applicant to read.</param>
public sealed record AskForDocumentInput(
    Guid CaseId,
    string Kind,
    Guid? PersonId,
    string? Words,
    DateOnly? DueOn
);

/// <summary>Staff ask for a document. The message says that something is asked for, and not what (R-DOC-01).</summary>
public sealed class AskForDocument(
    FosterDb db,
    CaseReads cases,
    DocumentActs acts,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result<Guid>> RunAsync(
        AskForDocumentInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (
            await cases.FindAsync(input.CaseId, ct) is not { } found
            || DocumentKinds.Find(input.Kind) is not { } kind
            || !kind.Workers.Contains(actor.Role)
        )
            return Result<Guid>.Refused("This case is not open to you.", DocumentMachine.RuleId);
        var against = await AgainstAsync(input, kind, ct);
        if (against.Count > 0)
            return Result<Guid>.Refused(against);
        var document = new Document
        {
            CouncilId = found.CouncilId,
            CaseId = found.Id,
            Kind = kind.Key,
            PersonId = kind.OfHousehold ? null : input.PersonId,
            AskedOn = clock.Today,
            DueOn = input.DueOn,
            AskedBy = actor.Name,
            Words = string.IsNullOrWhiteSpace(input.Words) ? null : input.Words.Trim(),
        };
        db.Add(document);
        await history.WriteAsync(
            actor,
            document.CaseId,
            DocumentActs.Note(
                document,
                "document.asked",
                $"Asked for: {kind.Title}",
                $"We asked for: {kind.Title}"
            ),
            ct
        );
        if (kind.Way != DocumentWay.SentToUs)
            await acts.TellAsync(document, again: false, ct);
        await db.SaveChangesAsync(ct);
        return Result.Of(document.Id);
    }

    private async Task<IReadOnlyList<Refusal>> AgainstAsync(
        AskForDocumentInput input,
        DocumentKind kind,
        CancellationToken ct
    )
    {
        var against = new List<Refusal>(await acts.AgainstClosedAsync(input.CaseId, ct));
        if (
            !kind.OfHousehold
            && !(await cases.ApplicantsAsync(input.CaseId, ct)).Any(p =>
                p.PersonId == input.PersonId
            )
        )
            against.Add(
                new Refusal("Select whose document it is.", DocumentMachine.RuleId, "person")
            );
        if (input.DueOn < clock.Today)
            against.Add(
                new Refusal(
                    "The day by which it is asked for must be today or later.",
                    "R-VAL-04",
                    "due"
                )
            );
        if (
            kind.Key.StartsWith("other", StringComparison.Ordinal)
            && string.IsNullOrWhiteSpace(input.Words)
        )
            against.Add(
                new Refusal("Say what you are asking for.", DocumentMachine.RuleId, "words")
            );
        return against;
    }
}
