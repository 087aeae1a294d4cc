using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Applications;

public sealed class TransferMap : IEntityTypeConfiguration<Transfer>
{
    public void Configure(EntityTypeBuilder<Transfer> b)
    {
        b.ToTable("Transfers");
        b.HasIndex(t => t.CaseId).IsUnique();
        b.Ignore(t => t.IsOpen).Ignore(t => t.HoldsAssessment);
        b.Long(4_000, t => t.Children, t => t.Support, t => t.Vacancies, t => t.Dates)
            .Long(1_000, t => t.Absent);
        b.Mark(Privacy.Personal, t => t.ServiceName, t => t.ChildrenPlaced, t => t.Attendees)
            .Mark(Privacy.None, t => t.OpenedOn, t => t.State, t => t.ToldOn, t => t.NoticeOn)
            .Mark(Privacy.None, t => t.MeetingOn, t => t.OldApprovalEndsOn, t => t.StoppedOn)
            .Mark(Privacy.None, t => t.Version)
            .Mark(Privacy.Confidential, t => t.Children, t => t.Support, t => t.Absent)
            .Mark(Privacy.Confidential, t => t.Vacancies, t => t.Dates);
    }
}
