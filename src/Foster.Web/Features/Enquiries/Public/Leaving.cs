using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Public;

/// <summary>What follows “Save and come back later”: a message where the address is known, and otherwise the question.</summary>
public sealed class Leaving(FosterDb db, SavedEnquiries saved, JourneyDrafts drafts)
{
    public const string AskPath = EnquiryJourney.Path + "/save";
    public const string SavedPath = EnquiryJourney.Path + "/saved";

    /// <summary>The address that was given; null where there is none that could be written to.</summary>
    public string? AddressOf(JourneyDraft? draft)
    {
        var form = new Form(EnquiryQuestions.Email).FromJson(drafts.AnswersOf(draft));
        return form.Get(EnquiryQuestions.Email);
    }

    public async Task<IActionResult> GoAsync(JourneyDraft draft, CancellationToken ct)
    {
        if (AddressOf(draft) is not { } address)
            return new LocalRedirectResult(AskPath);
        try
        {
            await SaveAsync(draft.Id, address, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another window answered a question meanwhile; both are kept.
            db.ChangeTracker.Clear();
            await SaveAsync(draft.Id, address, ct);
        }
        return new LocalRedirectResult(SavedPath);
    }

    public Task<Result> SaveAsync(Guid draftId, string address, CancellationToken ct)
    {
        var answer = new Form(EnquiryQuestions.Email).Suggest(EnquiryQuestions.Email, address);
        return saved.SaveAsync(draftId, address, answer, ct);
    }
}
