using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Documents;

/// <summary>What an applicant still has to give, on the page that their area opens on.</summary>
public sealed class DocumentOwnWork(DocumentReads reads) : IOwnWork
{
    public async Task<IReadOnlyList<OwnItem>> OfAsync(Actor actor, CancellationToken ct) =>
        !actor.Is(Role.ProspectiveCarer)
            ? []
            :
            [
                .. (await reads.OwnAsync(actor, ct))
                    .Where(d =>
                        DocumentMachine.Waiting.Contains(d.State)
                        && d.Kind.Way == DocumentWay.Uploaded
                    )
                    .Select(d => new OwnItem(
                        d.State == DocumentState.SentBack
                            ? $"Send this document again: {d.Title}"
                            : $"Give us a document: {d.Title}",
                        DocumentLinks.OwnOne(d.Id),
                        false,
                        d.DecidedOn ?? d.AskedOn,
                        d.DueOn,
                        d.DueOn is null
                            ? null
                            : $"{d.AskedBy} asked for it by this day. Call us if you need longer."
                    )
                    {
                        By = "Please send it by",
                        NoDate =
                            "No date is set: send it as soon as you can, your assessment waits for it.",
                    }),
            ];
}
