using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Reminders;

/// <summary>Somebody wants text messages beside e-mails. Without a row they want none.</summary>
public sealed class TextChoice
{
    public required Guid AccountId { get; init; }
    public required DateTime ChosenAt { get; init; }
}

public sealed class TextChoiceMap : IEntityTypeConfiguration<TextChoice>
{
    public void Configure(EntityTypeBuilder<TextChoice> b)
    {
        b.ToTable("TextChoices");
        b.HasKey(t => t.AccountId);
        b.HasOne<Account>()
            .WithMany()
            .HasForeignKey(t => t.AccountId)
            .OnDelete(DeleteBehavior.Cascade);
        b.Mark(Privacy.None, t => t.ChosenAt);
    }
}
