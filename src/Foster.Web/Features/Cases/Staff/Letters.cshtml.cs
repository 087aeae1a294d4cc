using System.Globalization;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Cases.Staff;

/// <summary>Letters that are neither read by link nor posted yet.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager, Role.PanelAdviser)]
public sealed class LettersModel(LetterReads letters, ActorSource actors) : PageModel
{
    public IReadOnlyList<LetterLine> Lines { get; private set; } = [];
    public string? NextHref { get; private set; }
    public bool IsFirst { get; private set; }

    public async Task OnGetAsync(string? after, CancellationToken ct)
    {
        var place = PlaceOf(after);
        var found = await letters.WaitingAsync(actors.Required.CouncilId, place, ct);
        Lines = [.. found.Take(LetterReads.PageSize)];
        IsFirst = place is null;
        if (found.Count > LetterReads.PageSize)
            NextHref = $"/staff/letters?after={Lines[^1].IssuedOn:yyyy-MM-dd}_{Lines[^1].Id}";
    }

    private static (DateOnly, Guid)? PlaceOf(string? after) =>
        after?.Split('_') is [var day, var id]
        && DateOnly.TryParseExact(
            day,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var on
        )
        && Guid.TryParse(id, out var guid)
            ? (on, guid)
            : null;
}
