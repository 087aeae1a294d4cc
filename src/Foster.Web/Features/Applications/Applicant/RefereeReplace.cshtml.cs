using Foster.Web.Foundation.Journeys;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Applicant;

/// <summary>Somebody else in the place of a person who declined or was not reached. Only that opens the page.</summary>
public sealed class RefereeReplaceModel : ApplyPage
{
    private readonly ReplaceReferee replace;

    public RefereeReplaceModel(ApplyReads reads, ProgressReads progress, ReplaceReferee replace)
        : base(reads, progress)
    {
        this.replace = replace;
        Form = RefereeFields.Make();
    }

    public Referee Earlier { get; private set; } = null!;

    /// <summary>What the household lacks without the earlier one, and the next one has to bring.</summary>
    public IReadOnlyList<string> Wanted => ReplaceReferee.Wanted(Earlier, Facts);

    public async Task<IActionResult> OnGetAsync(Guid refereeId, CancellationToken ct) =>
        await FindAsync(refereeId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid refereeId, CancellationToken ct) =>
        await FindAsync(refereeId, ct)
            ? await SendAsync(
                token => replace.RunAsync(new(refereeId, RefereeFields.Typed(Form)), Actor, token),
                "/apply/referees",
                "Thank you. We will ask the person you have named.",
                ct
            )
            : NotFound();

    private async Task<bool> FindAsync(Guid refereeId, CancellationToken ct)
    {
        if (
            !await LoadAsync(ct)
            || Who.Referees.FirstOrDefault(r => r.Id == refereeId)
                is not { State: RefereeState.Declined or RefereeState.Unreachable } found
        )
            return false;
        Earlier = found;
        return RefereeAct.IsWorkedOn(Facts.Application);
    }
}
