using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Foundation.Files;

public sealed class StoredFileMap
    : IEntityTypeConfiguration<StoredFile>,
        IEntityTypeConfiguration<FilePart>
{
    public void Configure(EntityTypeBuilder<StoredFile> b)
    {
        b.ToTable("StoredFiles");
        b.HasAlternateKey(f => new { f.CouncilId, f.Id });
        b.HasIndex(f => new { f.SubjectId, f.Number });
        // What waits for the scanner, the files that it could not judge behind the others.
        b.HasIndex(f => new
        {
            f.State,
            f.Tries,
            f.AddedAt,
        });
        b.Ignore(f => f.Counts);
        b.Property(f => f.SubjectKind).HasMaxLength(20);
        b.Property(f => f.Purpose).HasMaxLength(30);
        b.Property(f => f.Type).HasMaxLength(100);
        b.Property(f => f.Extension).HasMaxLength(5);
        b.Mark(Privacy.None, f => f.SubjectKind, f => f.Purpose, f => f.Number, f => f.Type)
            .Mark(Privacy.None, f => f.Extension, f => f.Size, f => f.State, f => f.Parts)
            .Mark(Privacy.None, f => f.InFolder, f => f.AddedAt, f => f.CheckedAt, f => f.RemovedAt)
            .Mark(Privacy.None, f => f.Finding, f => f.Version)
            .Mark(Privacy.None, f => f.Tries, f => f.NextTryAt)
            .Mark(Privacy.Personal, f => f.AddedBy, f => f.RemovedBy)
            // A name can say what is in it, such as of an illness; digest and key say what the content is.
            .Mark(Privacy.Special, f => f.OriginalName, f => f.Digest, f => f.ContentKey)
            .Mark(Privacy.Special, f => f.RemovedBecause)
            .Mark(Privacy.Confidential, f => f.ReceivedFrom);
    }

    public void Configure(EntityTypeBuilder<FilePart> b)
    {
        b.ToTable("FileParts");
        b.HasKey(p => new { p.FileId, p.Number });
        b.Mark(Privacy.None, p => p.Number)
            .Mark(Privacy.Special, p => p.Content)
            .Sealed(p => p.Content);
        b.HasOne<StoredFile>()
            .WithMany()
            .HasForeignKey(p => new { p.CouncilId, p.FileId })
            .HasPrincipalKey(f => new { f.CouncilId, f.Id })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
