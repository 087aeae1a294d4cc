using Foster.Web.Features.Applications.Sections;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <summary>The animals that the applicants named, each with its number in the application (R-ELIG-07).</summary>
public sealed class AnimalReads(FosterDb db)
{
    public async Task<IReadOnlyList<(int Number, AnimalDescription Animal)>> NamedAsync(
        Guid caseId,
        CancellationToken ct
    )
    {
        var section = (PetsSection)ApplySections.Of("pets");
        var kept = await db.Set<SectionAnswers>()
            .AsNoTracking()
            .SingleOrDefaultAsync(
                a => a.CaseId == caseId && a.Section == section.Key && a.FinishedAt != null,
                ct
            );
        return kept is null ? [] : [.. PetsSection.In(section.NewForm().FromJson(kept.All))];
    }
}
