using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Applications;

public sealed class ApplicationMap : IEntityTypeConfiguration<Application>
{
    public void Configure(EntityTypeBuilder<Application> b)
    {
        b.ToTable("Applications");
        b.HasIndex(a => a.CaseId).IsUnique();
        b.HasIndex(a => new
        {
            a.CouncilId,
            a.State,
            a.ReceivedOn,
            a.Id,
        });
        b.Mark(
                Privacy.None,
                a => a.State,
                a => a.CreatedOn,
                a => a.ReceivedOn,
                a => a.Stage1StartedOn
            )
            .Mark(
                Privacy.None,
                a => a.Stage1CompleteOn,
                a => a.Stage1DecisionOn,
                a => a.Stage2StartedOn
            )
            .Mark(
                Privacy.None,
                a => a.ReportSharedOn,
                a => a.ReadyOn,
                a => a.RecommendedOn,
                a => a.SentToDecisionOn
            )
            .Mark(
                Privacy.None,
                a => a.ApprovedOn,
                a => a.ClosedOn,
                a => a.ClosedReasonCode,
                a => a.Version
            )
            .Mark(Privacy.None, a => a.HouseholdAnsweredOn, a => a.LastPartSentAt);
    }
}
