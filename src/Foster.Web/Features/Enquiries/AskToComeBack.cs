using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;

namespace Foster.Web.Features.Enquiries;

/// <param name="Email">An address, which may be nobody's.</param>
public sealed record AskToComeBackInput(string Email);

/// <summary>
/// Sends the links to the unfinished enquiries of an address once more; the earlier ones end with it. Whoever asks learns
/// nothing: words, status and work are the same whether or not there is one.
/// </summary>
public sealed class AskToComeBack(
    FosterDb db,
    JourneyDrafts drafts,
    SavedEnquiryLinks links,
    Links any
)
{
    public async Task<Result> RunAsync(AskToComeBackInput input, Actor actor, CancellationToken ct)
    {
        if (!actor.Is(Role.Anyone))
            return Result.Refused("A link goes to whoever reads the mail of an address.");
        var found = await drafts.OfAddressAsync(input.Email, EnquiryDraft.Key, ct);
        foreach (var draft in found)
            await links.SendAsync(draft, input.Email, ct);
        // A link that nobody is ever told, so that the time says nothing.
        if (found.Count == 0)
            await any.IssueAsync(
                LinkPurpose.SavedForm,
                actor.CouncilId,
                Guid.Empty,
                Guid.CreateVersion7(),
                null,
                TimeSpan.Zero,
                ct
            );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
