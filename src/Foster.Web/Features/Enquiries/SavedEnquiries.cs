using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;

namespace Foster.Web.Features.Enquiries;

/// <summary>
/// Unfinished enquiries that somebody comes back to. They are nobody's record yet, so that nothing of them stands in a
/// history; they are kept encrypted, found by a digest, and erased by themselves.
/// </summary>
public sealed class SavedEnquiries(
    FosterDb db,
    JourneyDrafts drafts,
    SavedEnquiryLinks mail,
    Links links,
    LondonClock clock
)
{
    /// <summary>A button that is pressed twice sends one message.</summary>
    private static readonly TimeSpan Twice = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Somebody stops in the middle of their enquiry and is sent a link to come back by. Whether there are other drafts for
    /// this address makes no difference to anything they see.
    /// </summary>
    /// <param name="address">The answer that holds the e-mail address, which is then not asked again.</param>
    public async Task<Result> SaveAsync(
        Guid draftId,
        string email,
        Form address,
        CancellationToken ct
    )
    {
        if (await drafts.FindAsync(draftId, EnquiryDraft.Key, ct) is not { IsSent: false } draft)
            return Result.Refused("Your answers are no longer here.");
        drafts.Note(draft, address);
        if (!JourneyDrafts.IsFor(draft, email) || draft.SavedAt <= clock.Now - Twice)
            await mail.SendAsync(draft, email, ct);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    /// <summary>
    /// Sends the links to the unfinished enquiries of an address once more; the earlier ones end with it. Whoever asks
    /// learns nothing: words, status and work are the same whether or not there is one.
    /// </summary>
    public async Task<Result> AskAsync(string email, Guid councilId, CancellationToken ct)
    {
        var found = await drafts.OfAddressAsync(email, EnquiryDraft.Key, ct);
        foreach (var draft in found)
        {
            await mail.SendAsync(draft, email, ct);
            // Each message is of the council that its enquiry would go to.
            await db.SaveChangesAsync(ct);
        }
        // A link that nobody is ever told, so that the time says nothing.
        if (found.Count == 0)
            await links.IssueAsync(
                LinkPurpose.SavedForm,
                councilId,
                Guid.Empty,
                Guid.CreateVersion7(),
                null,
                TimeSpan.Zero,
                ct
            );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    /// <summary>
    /// Takes up an unfinished enquiry by its link, which is used up. From then on only whoever holds the new id has it, so
    /// nobody reads along who typed somebody else's address. Null where the link cannot be used any more.
    /// </summary>
    public async Task<Guid?> TakeUpAsync(LinkToken link, CancellationToken ct)
    {
        if (
            !links.IsLive(link)
            || await drafts.FindAsync(link.SubjectId, EnquiryDraft.Key, ct)
                is not { IsSent: false } draft
        )
            return null;
        link.UsedAt = clock.Now;
        var renewed = drafts.Renew(draft);
        await db.SaveChangesAsync(ct);
        return renewed.Id;
    }
}
