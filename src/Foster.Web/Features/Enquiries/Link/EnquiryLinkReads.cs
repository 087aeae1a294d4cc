using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries.Duplicates;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Link;

/// <summary>One thing that happened, in words for the enquirer.</summary>
public sealed record EnquiryEvent(DateOnly On, string Title);

/// <summary>A link about an enquiry as its pages find it. The enquiry is left out once the link has expired.</summary>
public sealed record EnquiryLink(
    Actor Actor,
    Guid CaseId,
    bool IsLive,
    DateOnly LastDay,
    string Key,
    TeamContact Team,
    DateOnly Today,
    EnquiryView? View
)
{
    /// <summary>It was put together with an enquiry under another address, of which its holder sees nothing.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>How it stands where it is about a child whom they know.</summary>
    public KnownChildStanding? Known { get; init; }

    /// <summary>They can withdraw here and now.</summary>
    public bool CanWithdraw => View?.Enquiry.IsOpen == true || Known is { CanWithdraw: true };

    /// <summary>The dates the enquirer was promised and that are still to come.</summary>
    public IReadOnlyList<EnquiryDue> Promises =>
        [
            .. (View?.Dues ?? []).Where(d =>
                d.Status is DeadlineStatus.Open && d.ForApplicant is not null
            ),
            .. Known?.Call is { } call ? new[] { call } : [],
        ];
}

/// <summary>Finds the enquiry behind a link and opens its case to the holder.</summary>
public sealed class EnquiryLinkReads(
    FosterDb db,
    Links links,
    ActorSource actors,
    EnquiryReads enquiries,
    EnquiryContactReads contacts,
    MergeReads merges,
    IKnownChildTrack knownChildren,
    HistoryWords words,
    LondonClock clock
)
{
    private const int KeyLength = 16;

    /// <summary>Null where there was never such a link.</summary>
    public async Task<EnquiryLink?> FindAsync(
        string? secret,
        LinkPurpose purpose,
        CancellationToken ct
    )
    {
        if (await links.FindAsync(secret, purpose, ct) is not { } token)
            return null;
        var holder = actors.Holder(
            token.CouncilId,
            token.CaseId,
            "Holder of a link",
            token.PersonId
        );
        var isLive = links.IsLive(token);
        // Of an enquiry that was merged the link goes on with the one that was kept.
        var caseId = await merges.GoesOnInAsync(token.CaseId, ct);
        var wasMerged = caseId != token.CaseId;
        var addresses = wasMerged && isLive ? await AddressesAsync(token.CaseId, ct) : [];
        if (wasMerged)
            holder = actors.Holder(token.CouncilId, caseId, holder.Name, token.PersonId);
        var view = isLive ? await enquiries.FindAsync(caseId, ct) : null;
        // People with one name and two addresses may be two people: only the same address sees on, and withdraws.
        var isElsewhere =
            wasMerged && view is not null && !AddressesOf(view).Intersect(addresses).Any();
        if (isElsewhere)
            view = null;
        var person = view?.People.FirstOrDefault(p => p.PersonId == token.PersonId);
        return new EnquiryLink(
            person is null ? holder : holder with { Name = person.FullName },
            caseId,
            isLive,
            clock.DateOf(token.ExpiresAt),
            token.Hash[..KeyLength],
            (await contacts.OfAsync(token.CouncilId, ct))!,
            clock.Today,
            view
        )
        {
            IsElsewhere = isElsewhere,
            Known =
                view?.Enquiry.State is EnquiryState.ReroutedConnected
                    ? await knownChildren.StandingAsync(caseId, ct)
                    : null,
        };
    }

    private async Task<IReadOnlyList<string>> AddressesAsync(Guid caseId, CancellationToken ct) =>
        await enquiries.FindAsync(caseId, ct) is { } view ? AddressesOf(view) : [];

    private static IReadOnlyList<string> AddressesOf(EnquiryView view) =>
        [
            .. view
                .People.Where(p => p.IsApplicant)
                .Select(p => p.Email?.ToLowerInvariant())
                .OfType<string>(),
        ];

    /// <summary>What has happened, the newest first, as far as this person may see it.</summary>
    public async Task<IReadOnlyList<EnquiryEvent>> EventsAsync(
        EnquiryLink link,
        CancellationToken ct
    ) =>
        [
            .. (
                await db.Set<HistoryEntry>()
                    .Where(h =>
                        h.CaseId == link.CaseId
                        && h.Audience == Audience.Applicant
                        && h.IsTold
                        && (h.PersonId == null || h.PersonId == link.Actor.PersonId)
                    )
                    .OrderByDescending(h => h.OccurredOn)
                    .ThenByDescending(h => h.RecordedAt)
                    .Select(h => new
                    {
                        h.Id,
                        h.OccurredOn,
                        h.Body!.Content,
                    })
                    .Take(50)
                    .ToListAsync(ct)
            ).Select(h => new EnquiryEvent(h.OccurredOn, words.Open(h.Id, h.Content).PublicTitle!)),
        ];
}
