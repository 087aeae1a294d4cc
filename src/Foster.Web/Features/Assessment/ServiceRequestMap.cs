using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Assessment;

public sealed class ServiceRequestMap : IEntityTypeConfiguration<ServiceRequest>
{
    public void Configure(EntityTypeBuilder<ServiceRequest> b)
    {
        b.ToTable("ServiceRequests");
        b.HasIndex(r => r.CaseId);
        b.Long(2_000, r => r.Note);
        b.Mark(Privacy.None, r => r.Kind, r => r.State, r => r.SentOn, r => r.ConsentSeenOn)
            .Mark(Privacy.None, r => r.Chases, r => r.ChasedOn, r => r.AnsweredOn, r => r.Version)
            .Mark(Privacy.Confidential, r => r.Note);
    }
}
