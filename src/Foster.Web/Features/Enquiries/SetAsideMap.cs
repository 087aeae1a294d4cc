using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Enquiries;

public sealed class SetAsideMap : IEntityTypeConfiguration<SetAsideForm>
{
    public void Configure(EntityTypeBuilder<SetAsideForm> b)
    {
        b.ToTable("SetAsideForms");
        b.HasIndex(s => new
        {
            s.CouncilId,
            s.State,
            s.PromisedOn,
            s.Id,
        });
        b.HasIndex(s => s.CaseId);
        b.Long(100_000, s => s.Content).Long(1_000, s => s.Reason);
        b.Mark(Privacy.None, s => s.Reference, s => s.Kind, s => s.State, s => s.ReceivedAt)
            .Mark(Privacy.None, s => s.PromisedOn, s => s.Signs, s => s.OverAt, s => s.Version)
            .Mark(Privacy.Personal, s => s.Name, s => s.DecidedBy, s => s.Reason)
            // What helps somebody to talk with us is often their health.
            .Mark(Privacy.Special, s => s.Content);
        b.HasOne<Council>()
            .WithMany()
            .HasForeignKey(s => s.CouncilId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
