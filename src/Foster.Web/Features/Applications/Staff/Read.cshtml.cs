using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Applications.Staff;

/// <summary>The application as it was sent, for the manager and the assessor who holds the case.</summary>
[ForRoles(Role.TeamManager, Role.Assessor)]
[Records(AccessKind.Health)]
public sealed class ReadModel(ApplyReads reads, ActorSource actors) : PageModel
{
    public ApplyFacts Facts { get; private set; } = null!;

    public IReadOnlyList<SummaryRow> Household =>
        ApplySections.Of("household").Answers(Facts, Facts.Main);

    /// <summary>Everything that is missing, for each person; empty once the application is whole.</summary>
    public IReadOnlyList<string> Missing =>
        Facts.Application.State != ApplicationState.Draft
            ? []
            :
            [
                .. (
                    from who in Facts.Applicants
                    from section in ApplySections.For(Facts, who)
                    from refusal in section.Missing(Facts, who)
                    select section.Owner == SectionOwner.Household
                        ? $"Household: {refusal.Reason}"
                        : $"{who.Person.FullName}: {refusal.Reason}"
                ).Distinct(),
            ];

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        if (await reads.OfCaseAsync(caseId, ct) is not { Applicants.Count: > 0 } facts)
            return NotFound();
        Facts = facts;
        return Page();
    }

    public IEnumerable<ApplySection> Own(ApplicantFacts who) =>
        ApplySections.For(Facts, who).Where(s => s.Owner == SectionOwner.EachApplicant);

    /// <summary>What both answer together, in lists of questions.</summary>
    public IEnumerable<ApplySection> Together =>
        ApplySections.All.Where(s => s is AskedSection { Owner: SectionOwner.Household });

    public bool MayReadOffences => actors.Required.Is(Role.TeamManager);

    public IReadOnlyList<Flag> FlagsOf(ApplySection section, ApplicantFacts who) =>
        section is AskedSection asked ? asked.Flags(Facts, who) : [];

    public string NamedBy(Referee referee) =>
        Facts.Find(referee.PersonId)?.Person.FullName ?? "An applicant";

    public string? Phone(Referee referee) =>
        referee.Telephone is { } number ? PhoneField.Pretty(number) : null;
}
