using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Applicant;

/// <summary>A page of an applicant's own application. After it was sent, its answers can be read and no longer changed.</summary>
public abstract class ApplyPage(ApplyReads reads, ProgressReads progress) : FormPage
{
    public ApplyFacts Facts { get; private set; } = null!;

    public ApplicantFacts Who { get; private set; } = null!;

    public ApplicantFacts? Partner => Facts.PartnerOf(Who);

    public IReadOnlyList<ProgressContact> Contacts { get; private set; } = [];

    /// <summary>The section the page belongs to; null for none.</summary>
    public virtual ApplySection? Section => null;

    /// <summary>Nothing can be changed here any more: the part was sent, or what both share went with the other's.</summary>
    public bool Locked =>
        Facts.Application.State != ApplicationState.Draft
        || Who.Part.IsSent
        || (Section is { ClosesTogether: true } && Facts.Applicants.Any(a => a.Part.IsSent));

    /// <summary>What was begun on the pages of this list and is not saved yet.</summary>
    public IReadOnlyList<TypedForm> Begun { get; private set; } = [];

    /// <summary>How the names of those pages begin; null for a page that is no list.</summary>
    protected virtual string? BegunUnder => null;

    /// <summary>Why nothing can be changed here any more, and since when.</summary>
    public string WhyLocked => ApplicationStanding.WhyLocked(Facts, Who);

    /// <summary>Reads the application; false where this person has none.</summary>
    protected async Task<bool> LoadAsync(CancellationToken ct)
    {
        var facts = await reads.OwnAsync(Actor, ct);
        if (facts?.Find(Actor.PersonId) is not { } who)
            return false;
        Facts = facts;
        Who = who;
        Contacts = await progress.ContactsAsync(facts.CaseId, Actor.CouncilId, ct);
        if (BegunUnder is { } under && !Locked)
            Begun = await HttpContext
                .RequestServices.GetRequiredService<TypedForms>()
                .UnderAsync(Facts.CaseId, Who.Person.PersonId, under, ct);
        return true;
    }

    /// <summary>Shows the page, filled in by <paramref name="fill"/> where there is something to change.</summary>
    protected async Task<IActionResult> ShowAsync(Action fill, CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        fill();
        return Page();
    }
}
