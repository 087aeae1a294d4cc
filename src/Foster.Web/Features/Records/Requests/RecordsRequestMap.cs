using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Records.Requests;

public sealed class RecordsRequestMap : IEntityTypeConfiguration<RecordsRequest>
{
    public void Configure(EntityTypeBuilder<RecordsRequest> b)
    {
        b.ToTable("RecordsRequests");
        b.HasIndex(r => r.CaseId);
        // The register, by what is due.
        b.HasIndex(r => new
        {
            r.CouncilId,
            r.IsOpen,
            r.DueOn,
            r.Id,
        });
        b.HasIndex(r => new
        {
            r.CouncilId,
            r.State,
            r.DueOn,
            r.Id,
        });
        b.Long(500, r => r.Contact)
            .Long(4_000, r => r.Evidence, r => r.SentWhat, r => r.RefusalReason);
        b.Mark(
                Privacy.None,
                r => r.State,
                r => r.IsOpen,
                r => r.For,
                r => r.About,
                r => r.ReceivedOn,
                r => r.DueOn
            )
            .Mark(
                Privacy.None,
                r => r.ConsentAskedOn,
                r => r.ConsentSeenOn,
                r => r.SentOn,
                r => r.RefusedOn,
                r => r.RefusalCode,
                r => r.Version
            )
            .Mark(
                Privacy.Personal,
                r => r.Service,
                r => r.Contact,
                r => r.EnteredBy,
                r => r.EndedBy
            )
            .Mark(Privacy.Confidential, r => r.Evidence, r => r.SentWhat, r => r.RefusalReason);
    }
}
