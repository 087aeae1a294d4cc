using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Approvals;

public sealed class PanelMap
    : IEntityTypeConfiguration<PanelListEntry>,
        IEntityTypeConfiguration<PanelMeeting>,
        IEntityTypeConfiguration<Attendance>,
        IEntityTypeConfiguration<PanelItem>,
        IEntityTypeConfiguration<ItemDeclaration>
{
    public void Configure(EntityTypeBuilder<PanelListEntry> b)
    {
        b.ToTable("PanelList");
        b.HasIndex(e => new { e.CouncilId, e.AccountId });
        b.Long(4_000, e => e.NoticeReason);
        b.Mark(
                Privacy.None,
                e => e.Capacity,
                e => e.IsIndependent,
                e => e.From,
                e => e.To,
                e => e.NoticeOn
            )
            .Mark(Privacy.None, e => e.NoticeByMember, e => e.Version)
            .Mark(Privacy.Confidential, e => e.NoticeReason);
        b.HasOne<Account>()
            .WithMany()
            .HasForeignKey(e => e.AccountId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PanelMeeting> b)
    {
        b.ToTable("PanelMeetings");
        b.HasAlternateKey(m => new { m.CouncilId, m.Id });
        b.HasIndex(m => new
        {
            m.CouncilId,
            m.On,
            m.Id,
        });
        b.Mark(
                Privacy.None,
                m => m.On,
                m => m.At,
                m => m.Place,
                m => m.IsOnline,
                m => m.IsJoint,
                m => m.PapersDueOn
            )
            .Mark(Privacy.None, m => m.AttendanceOn, m => m.CancelledOn, m => m.Version)
            .Mark(Privacy.Confidential, m => m.CancelReason)
            .Long(4_000, m => m.CancelReason);
    }

    public void Configure(EntityTypeBuilder<Attendance> b)
    {
        b.ToTable("PanelAttendance");
        b.HasIndex(a => new { a.MeetingId, a.AccountId }).IsUnique();
        b.HasIndex(a => new { a.CouncilId, a.AccountId });
        b.Mark(Privacy.None, a => a.Capacity, a => a.IsIndependent, a => a.Present, a => a.Version);
        b.HasOne<PanelMeeting>()
            .WithMany()
            .HasForeignKey(a => new { a.CouncilId, a.MeetingId })
            .HasPrincipalKey(m => new { m.CouncilId, m.Id })
            .OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Account>()
            .WithMany()
            .HasForeignKey(a => a.AccountId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PanelItem> b)
    {
        b.ToTable("PanelItems");
        b.HasAlternateKey(i => new { i.CouncilId, i.Id });
        b.HasIndex(i => new { i.MeetingId, i.Number }).IsUnique();
        b.HasIndex(i => i.CaseId);
        b.Long(4_000, i => i.LatePapersReason);
        b.Mark(
                Privacy.None,
                i => i.Number,
                i => i.Kind,
                i => i.State,
                i => i.ListedOn,
                i => i.PapersSentOn
            )
            .Mark(
                Privacy.None,
                i => i.PapersLate,
                i => i.LatePapersAcceptedOn,
                i => i.EndedOn,
                i => i.Version
            )
            .Mark(Privacy.Confidential, i => i.LatePapersReason);
        b.Ignore(i => i.PapersStand);
        b.HasOne<PanelMeeting>()
            .WithMany()
            .HasForeignKey(i => new { i.CouncilId, i.MeetingId })
            .HasPrincipalKey(m => new { m.CouncilId, m.Id })
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ItemDeclaration> b)
    {
        b.ToTable("PanelDeclarations");
        b.HasIndex(d => new { d.ItemId, d.AccountId }).IsUnique();
        b.HasIndex(d => new { d.CaseId, d.AccountId });
        b.Long(2_000, d => d.Nature);
        b.Mark(Privacy.None, d => d.HasConflict, d => d.DeclaredAt, d => d.Version)
            .Mark(Privacy.Confidential, d => d.Nature);
        b.HasOne<PanelItem>()
            .WithMany()
            .HasForeignKey(d => new { d.CouncilId, d.ItemId })
            .HasPrincipalKey(i => new { i.CouncilId, i.Id })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
