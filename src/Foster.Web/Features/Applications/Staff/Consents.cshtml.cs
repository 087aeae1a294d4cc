using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Staff;

/// <summary>One person with their answers.</summary>
public sealed record ConsentsOf(
    CasePerson Person,
    IReadOnlyList<ConsentLine> Lines,
    bool MayBeRecorded
);

/// <summary>Who agreed to which check, in which words and when, and what was decided where somebody refused.</summary>
[ForRoles(Role.TeamManager, Role.Assessor)]
[Records(AccessKind.Confidential)]
public sealed class ConsentsModel(ApplyReads reads, ConsentReads consents) : StaffPage(reads)
{
    /// <summary>The applicants, and everybody else of the household who is asked or has answered.</summary>
    public IReadOnlyList<ConsentsOf> People { get; private set; } = [];

    public bool MayDecide => Actor.Is(Role.TeamManager) && Facts.Application.IsOpen;

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        if (!await LoadAsync(caseId, ct))
            return NotFound();
        var lines = await consents.OfAsync(caseId, ct);
        People =
        [
            .. from person in Facts.Applicants.Select(a => a.Person).Concat(Facts.Others)
            let own = lines.Where(l => l.Consent.PersonId == person.PersonId).ToList()
            let open = Facts.Application.IsOpen
                && RecordConsent
                    .For(
                        person,
                        Facts.Find(person.PersonId)?.Part.ApprovedElsewhere,
                        Facts.Today,
                        [.. own.Select(l => l.Consent)]
                    )
                    .Count > 0
            where person.IsApplicant || own.Count > 0 || open
            select new ConsentsOf(person, own, open),
        ];
        return Page();
    }
}
