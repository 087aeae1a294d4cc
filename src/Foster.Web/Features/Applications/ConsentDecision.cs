using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Applications;

/// <summary>What a team manager decides when somebody refuses a check without which stage 1 cannot be completed.</summary>
public enum ConsentChoice
{
    /// <summary>The worker talks with them once more; the case goes on so far.</summary>
    AskAgain,

    /// <summary>The case cannot go on; it is ended by declining, by refusing at stage 1 or by their own withdrawal.</summary>
    CannotGoOn,
}

/// <summary>The decision, with its reasons (R-APP-05, R-VAL-06). One for each refusal.</summary>
public sealed class ConsentDecision : ICaseOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid PersonId { get; init; }
    public required Guid ConsentId { get; init; }
    public required ConsentChoice Choice { get; init; }
    public required string Reason { get; init; }
    public required string By { get; init; }
    public required DateTime DecidedAt { get; init; }
}

public sealed class ConsentDecisionMap : IEntityTypeConfiguration<ConsentDecision>
{
    public void Configure(EntityTypeBuilder<ConsentDecision> b)
    {
        b.ToTable("ConsentDecisions");
        b.HasIndex(d => d.CaseId);
        b.HasIndex(d => d.ConsentId).IsUnique();
        b.Long(2000, d => d.Reason);
        b.Mark(Privacy.None, d => d.Choice, d => d.DecidedAt)
            .Mark(Privacy.Personal, d => d.By)
            .Mark(Privacy.Confidential, d => d.Reason);
        b.HasOne<Consent>()
            .WithMany()
            .HasForeignKey(d => d.ConsentId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
