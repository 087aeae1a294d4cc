using Foster.Web.Features.Documents;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Applications;

/// <summary>Asks for the documents that follow from what the applicants have answered (CHK-19, CHK-21, CHK-23, CHK-24).</summary>
public sealed class OnApplicationSubmitted(ApplyReads reads, UsualDocuments documents)
    : IOn<ApplicationSubmitted>
{
    public async Task HandleAsync(ApplicationSubmitted happened, Actor actor, CancellationToken ct)
    {
        if (await reads.OfCaseAsync(happened.CaseId, ct) is not { } facts)
            return;
        foreach (var who in facts.Applicants)
        foreach (var section in ApplySections.For(facts, who))
        foreach (var kind in section.DocumentsOf(facts, who))
            await documents.ForAnswerAsync(
                facts.Application.CouncilId,
                facts.CaseId,
                kind,
                who.Person.PersonId,
                ct
            );
    }
}
