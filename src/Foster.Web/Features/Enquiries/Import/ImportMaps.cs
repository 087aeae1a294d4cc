using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Enquiries.Import;

public sealed class ImportMaps
    : IEntityTypeConfiguration<EnquiryImport>,
        IEntityTypeConfiguration<ImportRow>,
        IEntityTypeConfiguration<ImportedEnquiry>
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
        b.Long(4_000_000, i => i.Content).Long(20_000, i => i.Headings, i => i.Columns);
        b.Mark(Privacy.None, i => i.State, i => i.ReadAs, i => i.Columns, i => i.Rows)
            .Mark(Privacy.None, i => i.UploadedAt, i => i.FinishedAt, i => i.Version)
            .Mark(Privacy.Personal, i => i.FileName, i => i.Headings, i => i.By)
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
        b.Property(r => r.RowKey).HasMaxLength(32);
        b.Long(100_000, r => r.Cells).Long(2_000, r => r.Reason);
        b.Mark(Privacy.None, r => r.Number, r => r.State, r => r.UploadedAt, r => r.Version)
            .Mark(Privacy.Personal, r => r.Reason, r => r.RowKey)
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
        b.HasIndex(e => new { e.CouncilId, e.RowKey }).IsUnique();
        b.Property(e => e.RowKey).HasMaxLength(32);
        b.Mark(Privacy.Personal, e => e.RowKey);
    }
}
