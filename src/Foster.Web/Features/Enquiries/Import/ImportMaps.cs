using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Enquiries.Import;

public sealed class ImportMaps
    : IEntityTypeConfiguration<EnquiryImport>,
        IEntityTypeConfiguration<ImportRow>,
        IEntityTypeConfiguration<ImportedEnquiry>,
        IEntityTypeConfiguration<ImportSecret>
{
    public void Configure(EntityTypeBuilder<EnquiryImport> b)
    {
        b.ToTable("EnquiryImports");
        b.HasIndex(i => new
        {
            i.CouncilId,
            i.UploadedAt,
            i.Id,
        });
        b.HasIndex(i => new { i.CouncilId, i.State });
        b.Long(4_000_000, i => i.Content)
            .Long(20_000, i => i.Headings, i => i.Columns, i => i.UnknownSources);
        b.Mark(Privacy.None, i => i.State, i => i.ReadAs, i => i.Columns, i => i.Rows)
            .Mark(Privacy.None, i => i.UploadedAt, i => i.FinishedAt, i => i.Agreed, i => i.Version)
            .Mark(Privacy.Personal, i => i.FileName, i => i.Headings, i => i.By)
            .Mark(Privacy.Personal, i => i.UnknownSources)
            // Notes of enquiries speak of health now and then.
            .Mark(Privacy.Special, i => i.Content);
        b.HasOne<Council>()
            .WithMany()
            .HasForeignKey(i => i.CouncilId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ImportRow> b)
    {
        b.ToTable("ImportRows");
        b.HasIndex(r => new
        {
            r.ImportId,
            r.State,
            r.Number,
        });
        b.HasIndex(r => r.CaseId);
        b.HasIndex(r => r.UploadedAt);
        b.Long(100_000, r => r.Cells).Long(2_000, r => r.Reason);
        b.Mark(Privacy.None, r => r.Number, r => r.State, r => r.UploadedAt, r => r.Version)
            .Mark(Privacy.Personal, r => r.Reason)
            .Mark(Privacy.Special, r => r.Cells);
        b.HasOne<Council>()
            .WithMany()
            .HasForeignKey(r => r.CouncilId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ImportedEnquiry> b)
    {
        b.ToTable("ImportedEnquiries");
        b.HasKey(e => e.CaseId);
        b.HasIndex(e => new { e.CouncilId, e.ReferenceDigest }).IsUnique();
        b.HasIndex(e => new { e.CouncilId, e.PersonDigest });
        b.Ignore(e => e.Identity);
        b.Property(e => e.ReferenceDigest).HasMaxLength(RowDigests.Length);
        b.Property(e => e.PersonDigest).HasMaxLength(RowDigests.Length);
        b.Mark(Privacy.Personal, e => e.ReferenceDigest, e => e.PersonDigest, e => e.DetailDigests);
        b.HasOne<Council>()
            .WithMany()
            .HasForeignKey(e => e.CouncilId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ImportSecret> b)
    {
        b.ToTable("ImportSecrets");
        b.HasIndex(s => s.CouncilId).IsUnique();
        b.Mark(Privacy.Confidential, s => s.Secret);
        b.HasOne<Council>()
            .WithMany()
            .HasForeignKey(s => s.CouncilId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
