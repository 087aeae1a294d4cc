using Foster.Web.Features.Enquiries.Emails;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Security;
using Microsoft.Extensions.Options;

namespace Foster.Web.Features.Enquiries;

/// <summary>
/// The message with the link to an unfinished enquiry. Part of the operations that send it, which save. To one address go
/// so many in an hour and no more; the earlier link then goes on working.
/// </summary>
public sealed class SavedEnquiryLinks(
    JourneyDrafts drafts,
    CouncilChoice councils,
    ActorSource actors,
    FormLimits limits,
    Links links,
    Outbox outbox,
    LondonClock clock,
    IOptions<SavedFormOptions> options
)
{
    public const string Path = "/enquire/come-back";

    public async Task SendAsync(JourneyDraft draft, string email, CancellationToken ct)
    {
        if (await CouncilAsync(draft, ct) is not { } council)
            return;
        actors.Anyone(council.Id);
        var life = TimeSpan.FromDays(options.Value.Days);
        drafts.KeepFor(draft, email, life);
        if (!await limits.AdmitsMessageAsync(email, options.Value.MessagesAnHour, ct))
            return;
        var secret = await links.IssueAsync(
            LinkPurpose.SavedForm,
            council.Id,
            Guid.Empty,
            draft.Id,
            null,
            life,
            ct
        );
        outbox.Post(
            council.Id,
            null,
            SavedEnquiryEmail.Saved(
                email,
                council,
                clock.DateOf(clock.Now + life),
                links.Absolute($"{Path}/{secret}")
            )
        );
    }

    /// <summary>Whose number stands in the message: the council that would get the enquiry as it is now.</summary>
    private Task<Council?> CouncilAsync(JourneyDraft draft, CancellationToken ct)
    {
        var answers = KeptAnswers.Read(drafts.AnswersOf(draft));
        string? Of(string name) => answers.GetValueOrDefault(name)?.FirstOrDefault();
        return councils.ForAsync(
            Guid.TryParse(Of("council"), out var wished) ? wished : null,
            Of("postcode"),
            ct
        );
    }
}
