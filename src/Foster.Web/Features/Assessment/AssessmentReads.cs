using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

/// <summary>Puts together what panel and decision maker read of an assessment.</summary>
public sealed class AssessmentReads(FosterDb db, CaseReads cases, AssessmentHandsReads hands)
{
    /// <summary>The pack of the revision that was shared last; null where none was or the case is out of reach.</summary>
    public async Task<PanelPack?> PackAsync(Guid caseId, CancellationToken ct)
    {
        var panelCopy = await db.Set<ReportRendition>()
            .Where(r => r.CaseId == caseId && r.Kind == RenditionKind.PanelCopy)
            .OrderByDescending(r => r.Revision)
            .Select(r => new { r.Revision, r.Content })
            .FirstOrDefaultAsync(ct);
        if (panelCopy is null)
            return null;
        var report = await db.Set<AssessmentReport>()
            .AsNoTracking()
            .SingleAsync(r => r.CaseId == caseId, ct);
        return new PanelPack(
            caseId,
            [
                .. Renditions.Read(panelCopy.Content),
                await ObservationsAsync(caseId, panelCopy.Revision, ct),
            ],
            report.Terms,
            await hands.AssessorsAsync(caseId, ct),
            await hands.QualityCheckersAsync(caseId, ct)
        );
    }

    /// <summary>The interview reports, each in confidence.</summary>
    public async Task<IReadOnlyList<PackDocument>> ReferencesAsync(
        Guid caseId,
        CancellationToken ct
    )
    {
        var interviews = await (
            from i in db.Set<RefereeInterview>()
            join r in db.Set<Referee>() on i.RefereeId equals r.Id
            where i.CaseId == caseId
            orderby i.InterviewedOn, i.Id
            select new
            {
                r.Name,
                r.Relationship,
                i.InterviewedOn,
                i.InterviewedBy,
                i.Paragraphs,
            }
        ).ToListAsync(ct);
        return
        [
            .. interviews.Select(
                (i, n) =>
                    new PackDocument(
                        $"reference-{n + 1}",
                        $"Reference {n + 1}: {i.Name}, {i.Relationship}",
                        $"Interviewed on {BritishDate.Long(i.InterviewedOn)} by {i.InterviewedBy}.\n\n"
                            + string.Join("\n\n", i.Paragraphs.Select(p => p.Text)),
                        true
                    )
            ),
        ];
    }

    /// <summary>One paragraph for each check: what, whose, when and with which outcome; never a certificate number.</summary>
    public async Task<string> CheckSummaryAsync(Guid caseId, CancellationToken ct)
    {
        var names = (await cases.PeopleAsync(caseId, ct)).ToDictionary(
            p => p.PersonId,
            p => p.FullName
        );
        var checks = await db.OfCaseAsync<Check>(caseId, ct);
        var services = (await db.OfCaseAsync<PreviousApproval>(caseId, ct)).ToDictionary(
            p => p.Id,
            p => p.ServiceName
        );
        var animals = (await db.OfCaseAsync<Animal>(caseId, ct)).ToDictionary(a => a.Id);
        return string.Join(
            "\n\n",
            checks
                .Where(c => c.State != CheckState.Cancelled)
                .OrderBy(c => c.Kind, StringComparer.Ordinal)
                .Select(c =>
                    $"{AssessmentWords.Check(c.About, c.AnimalId is { } animal ? animals.GetValueOrDefault(animal) : null)} ({c.Kind})"
                    + (
                        c.PersonId is { } id
                            ? $", {names.GetValueOrDefault(id, "former member")}"
                            : ""
                    )
                    + (
                        c.PreviousApprovalId is { } approval
                        && services.TryGetValue(approval, out var service)
                            ? $", {service}"
                            : ""
                    )
                    + ": "
                    + (
                        c is { ReceivedOn: { } on, Outcome: { } outcome }
                            ? $"{AssessmentWords.Outcome(outcome)}, received {BritishDate.Long(on)}, reviewed by {c.Reviewer}."
                            : CheckMachine.Words(c.State) + "."
                    )
                )
        );
    }

    private async Task<PackDocument> ObservationsAsync(
        Guid caseId,
        int revision,
        CancellationToken ct
    )
    {
        var names = (await cases.PeopleAsync(caseId, ct)).ToDictionary(
            p => p.PersonId,
            p => p.FullName
        );
        var sent = await db.Set<ReportObservation>()
            .Where(o => o.CaseId == caseId && o.Revision == revision)
            .OrderBy(o => o.SentOn)
            .Select(o => new
            {
                o.PersonId,
                o.Text,
                o.SentOn,
            })
            .ToListAsync(ct);
        var parts = sent.Select(
            (o, i) =>
                new PackPart(
                    $"observation-{i + 1}",
                    $"{names.GetValueOrDefault(o.PersonId, "An applicant")}, {BritishDate.Long(o.SentOn)}",
                    o.Text.Length == 0 ? "Nothing to add." : o.Text
                )
        );
        return new PackDocument(
            "observations",
            "Observations of the applicants",
            sent.Count == 0 ? "No observations were sent." : "",
            false,
            [.. parts]
        );
    }
}
