using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Demo;

/// <summary>Whoever was called has a recruitment officer of their own; the newest wait for one.</summary>
public sealed class DemoOfficers(DemoStage stage, LondonClock clock) : IDemoScenario
{
    public int Order => 61;

    public Task PlayAsync(CancellationToken ct) =>
        stage.AsStaffAsync(
            Role.RecruitmentOfficer,
            clock.Today.AddDays(-1),
            new TimeOnly(11, 30),
            async (services, officer) =>
            {
                var called = await services
                    .GetRequiredService<FosterDb>()
                    .Set<Enquiry>()
                    .Where(e =>
                        e.State == EnquiryState.Contacted
                        || e.State == EnquiryState.InfoSent
                        || e.State == EnquiryState.VisitScheduled
                        || e.State == EnquiryState.VisitCompleted
                    )
                    .Select(e => e.CaseId)
                    .ToListAsync(ct);
                foreach (var caseId in called)
                {
                    var named = await services
                        .GetRequiredService<NameOfficer>()
                        .RunAsync(new(caseId, officer.AccountId), officer, ct);
                    if (!named.Ok)
                        return named;
                }
                return Result.Done;
            },
            ct
        );
}
