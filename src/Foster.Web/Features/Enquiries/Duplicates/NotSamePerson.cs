using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Enquiries.Duplicates;

/// <summary>Somebody has looked at two enquiries that are alike and said that they are of different people. Taken away when somebody looks again; the history keeps both.</summary>
public sealed class NotSamePerson : ICaseOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }

    /// <summary>The lesser of the two ids, so that a pair stands here once.</summary>
    public required Guid CaseId { get; init; }
    public required Guid OtherCaseId { get; init; }
    public required DateTime At { get; init; }
    public required Guid ById { get; init; }
    public required string By { get; init; }

    public static (Guid CaseId, Guid OtherCaseId) Pair(Guid one, Guid other) =>
        one.CompareTo(other) < 0 ? (one, other) : (other, one);
}

public sealed class NotSamePersonMap : IEntityTypeConfiguration<NotSamePerson>
{
    public void Configure(EntityTypeBuilder<NotSamePerson> b)
    {
        b.ToTable("NotSamePeople");
        b.HasIndex(n => new { n.CaseId, n.OtherCaseId }).IsUnique();
        b.HasIndex(n => n.OtherCaseId);
        b.Mark(Privacy.None, n => n.At).Mark(Privacy.Personal, n => n.By);
    }
}
