using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Cases.Staff;

/// <summary>Ends a cover before its last day, or cancels it.</summary>
[ForRoles(Role.TeamManager, Role.RecruitmentOfficer, Role.Assessor, Role.SupervisingSocialWorker)]
public sealed class EndCoverModel(CoverReads reads, EndCover end) : FormPage
{
    public CoverLine Line { get; private set; } = null!;

    public IReadOnlyList<KeptCase> Kept { get; private set; } = [];

    /// <summary>False where it has ended, or is not the reader's to end.</summary>
    public bool Possible { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid coverId, CancellationToken ct) =>
        await LoadAsync(coverId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid coverId, CancellationToken ct) =>
        await LoadAsync(coverId, ct)
            ? await SendAsync(
                token => end.RunAsync(new(coverId), Actor, token),
                CaseLinks.Covers,
                Line.State == CoverState.Planned
                    ? "The cover is cancelled."
                    : "The cover ends. The cases go back within 10 minutes.",
                ct
            )
            : NotFound();

    private async Task<bool> LoadAsync(Guid coverId, CancellationToken ct)
    {
        if (await reads.FindAsync(coverId, Actor, ct) is not { } line)
            return false;
        Line = line;
        Possible =
            line.State is CoverState.Planned or CoverState.Running
            && (Actor.Is(Role.TeamManager) || Actor.AccountId == line.AwayId);
        Kept = await reads.KeptAsync(coverId, ct);
        Form = new Form();
        return true;
    }
}
