using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;

namespace Foster.Web.Features.Enquiries;

public sealed record ComeBackToEnquiryInput(string Secret);

/// <summary>
/// Takes up an unfinished enquiry by its link, which is used up. From then on only whoever holds the new id has it, so
/// nobody reads along who typed somebody else's address.
/// </summary>
public sealed class ComeBackToEnquiry(
    FosterDb db,
    JourneyDrafts drafts,
    Links links,
    LondonClock clock
)
{
    public async Task<Result<Guid>> RunAsync(
        ComeBackToEnquiryInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var link = await links.FindAsync(input.Secret, LinkPurpose.SavedForm, ct);
        if (!actor.Is(Role.Anyone) || link is null || !links.IsLive(link))
            return Over;
        if (
            await drafts.FindAsync(link.SubjectId, EnquiryDraft.Key, ct)
            is not { IsSent: false } draft
        )
            return Over;
        link.UsedAt = clock.Now;
        var renewed = drafts.Renew(draft);
        await db.SaveChangesAsync(ct);
        return renewed.Id;
    }

    private static Result<Guid> Over =>
        Result<Guid>.Refused("This link cannot be used any more. Ask for a new one.");
}
