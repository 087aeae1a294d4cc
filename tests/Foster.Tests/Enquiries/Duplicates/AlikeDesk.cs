using System.Text.Json;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Features.Enquiries.Duplicates;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Foster.Tests.Enquiries.Duplicates;

/// <summary>What the desk does about duplicates, in one line each.</summary>
internal static class AlikeDesk
{
    public static Task<IReadOnlyList<Lookalike>> AlikeAsync(
        this DeskStage desk,
        Guid caseId,
        string by = DeskStage.Officer
    ) =>
        desk.AsAsync(by, (s, _) => s.GetRequiredService<DuplicateReads>().OfAsync(caseId, default));

    public static Task<bool> ElsewhereAsync(
        this DeskStage desk,
        Guid caseId,
        string by = DeskStage.Officer
    ) =>
        desk.AsAsync(
            by,
            (s, actor) => s.GetRequiredService<PartnerReads>().KnowAsync(caseId, actor, default)
        );

    public static Task<Result> MergeAsync(
        this DeskStage desk,
        Guid one,
        Guid other,
        string by = DeskStage.Officer
    ) =>
        desk.AsAsync(
            by,
            (s, actor) =>
                s.GetRequiredService<MergeEnquiry>()
                    .RunAsync(new(one, other, "They said so on the telephone"), actor, default)
        );

    public static Task<Result> UndoAsync(
        this DeskStage desk,
        Guid caseId,
        string reason = "Father and son of the same name, as it turned out.",
        string by = DeskStage.Officer
    ) =>
        desk.AsAsync(
            by,
            (s, actor) =>
                s.GetRequiredService<UndoMerge>().RunAsync(new(caseId, reason), actor, default)
        );

    public static Task<Result> DismissAsync(
        this DeskStage desk,
        Guid one,
        Guid other,
        string by = DeskStage.Officer
    ) =>
        desk.AsAsync(
            by,
            (s, actor) =>
                s.GetRequiredService<DismissDuplicate>().RunAsync(new(one, other), actor, default)
        );

    public static Task<Result> LookAgainAsync(
        this DeskStage desk,
        Guid one,
        Guid other,
        string by = DeskStage.Officer
    ) =>
        desk.AsAsync(
            by,
            (s, actor) =>
                s.GetRequiredService<LookAgain>()
                    .RunAsync(new(one, other, "The telephone is the same"), actor, default)
        );

    public static Task<List<CarriedFact>> CarriedAsync(this DeskStage desk, Guid caseId) =>
        desk.ReadAsync(db =>
            db.Set<CarriedFact>()
                .AsNoTracking()
                .Where(f => f.CaseId == caseId)
                .OrderBy(f => f.Kind)
                .ToListAsync()
        );

    /// <summary>Everything of an enquiry, its case and its clocks, but for the number of the version.</summary>
    public static async Task<string> StandsAsync(this DeskStage desk, Guid caseId) =>
        await desk.ReadAsync(async db =>
            string.Join(
                '\n',
                [
                    Written(
                        await db.Set<Enquiry>().AsNoTracking().SingleAsync(e => e.CaseId == caseId)
                    ),
                    Written(await db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == caseId)),
                    .. (
                        await db.Set<Deadline>()
                            .AsNoTracking()
                            .Where(d => d.CaseId == caseId)
                            .OrderBy(d => d.Id)
                            .ToListAsync()
                    ).Select(Written),
                    .. (
                        await db.Set<EnquiryContact>()
                            .AsNoTracking()
                            .Where(c => c.CaseId == caseId)
                            .OrderBy(c => c.Id)
                            .ToListAsync()
                    ).Select(Written),
                ]
            )
        );

    private static string Written<T>(T row) =>
        string.Join(
            ' ',
            typeof(T)
                .GetProperties()
                .Where(p => p.Name != nameof(IVersioned.Version))
                .Where(p => p.GetIndexParameters().Length == 0)
                .Select(p => $"{p.Name}={JsonSerializer.Serialize(p.GetValue(row))}")
        );
}
