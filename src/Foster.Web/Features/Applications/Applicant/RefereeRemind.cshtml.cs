using Foster.Web.Foundation.Journeys;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Applicant;

/// <summary>The applicant has us remind somebody, once in seven days.</summary>
public sealed class RefereeRemindModel(ApplyReads reads, ProgressReads progress, NudgeReferee nudge)
    : ApplyPage(reads, progress)
{
    public Referee Referee { get; private set; } = null!;

    /// <summary>Why it cannot be done yet; null when it can.</summary>
    public string? NotYet { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid refereeId, CancellationToken ct) =>
        await FindAsync(refereeId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid refereeId, CancellationToken ct)
    {
        if (!await FindAsync(refereeId, ct))
            return NotFound();
        Form = new Form();
        return await SendAsync(
            token => nudge.RunAsync(new(refereeId), Actor, token),
            "/apply/referees",
            "We have reminded them.",
            ct
        );
    }

    private async Task<bool> FindAsync(Guid refereeId, CancellationToken ct)
    {
        if (
            !await LoadAsync(ct)
            || Who.Referees.FirstOrDefault(r => r.Id == refereeId)
                is not { State: RefereeState.Asked } found
        )
            return false;
        Referee = found;
        NotYet = NudgeReferee.WhyNot(Who, found, Facts.Today);
        return true;
    }
}
