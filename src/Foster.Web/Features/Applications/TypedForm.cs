using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Applications;

/// <summary>
/// What one applicant has typed on a page and not saved yet. It counts for nothing: an answer, an address or a consent is
/// only what was sent with the button. The other applicant never sees it (R-SOD-13).
/// </summary>
public sealed class TypedForm : ICaseOwned, IVersioned
{
    public const int Longest = 20_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>The page, such as you or addresses/add.</summary>
    public required string Page { get; init; }
    public string Answers { get; private set; } = "";

    /// <summary>What the record said when they began to type, as marks.</summary>
    public string Seen { get; private set; } = "";
    public DateTime KeptAt { get; private set; }
    public uint Version { get; set; }

    public void Keep(string answers, string seen, DateTime at) =>
        (Answers, Seen, KeptAt) = (answers, seen, at);
}

public sealed class TypedFormMap : IEntityTypeConfiguration<TypedForm>
{
    public void Configure(EntityTypeBuilder<TypedForm> b)
    {
        b.ToTable("TypedForms");
        b.HasIndex(t => new
            {
                t.CaseId,
                t.PersonId,
                t.Page,
            })
            .IsUnique();
        b.Property(t => t.Page).HasMaxLength(80);
        b.Long(TypedForm.Longest, t => t.Answers).Long(4_000, t => t.Seen);
        b.Mark(Privacy.None, t => t.Page, t => t.Seen, t => t.KeptAt, t => t.Version)
            .Mark(Privacy.Personal, t => t.Answers);
    }
}
