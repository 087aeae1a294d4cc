using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Enquiries;

/// <param name="DraftId">Of the browser that asks.</param>
/// <param name="Address">The answer that holds the e-mail address, which is then not asked again.</param>
public sealed record SaveForLaterInput(Guid DraftId, string Email, Form Address);

/// <summary>
/// Somebody stops in the middle of their enquiry and is sent a link to come back by. Whether there are other drafts for
/// this address makes no difference to anything they see.
/// </summary>
public sealed class SaveForLater(
    FosterDb db,
    JourneyDrafts drafts,
    SavedEnquiryLinks links,
    LondonClock clock
)
{
    /// <summary>A button that is pressed twice sends one message.</summary>
    private static readonly TimeSpan Twice = TimeSpan.FromMinutes(1);

    public async Task<Result> RunAsync(SaveForLaterInput input, Actor actor, CancellationToken ct)
    {
        if (
            !actor.Is(Role.Anyone)
            || await drafts.FindAsync(input.DraftId, EnquiryDraft.Key, ct)
                is not { IsSent: false } draft
        )
            return Result.Refused("Your answers are no longer here.");
        drafts.Note(draft, input.Address);
        if (!JourneyDrafts.IsFor(draft, input.Email) || draft.SavedAt <= clock.Now - Twice)
            await links.SendAsync(draft, input.Email, ct);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
