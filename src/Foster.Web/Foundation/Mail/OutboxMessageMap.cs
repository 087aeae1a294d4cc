using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Foundation.Mail;

public sealed class OutboxMessageMap : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> b)
    {
        b.ToTable("Outbox");
        b.HasIndex(m => new { m.State, m.DueAt });
        b.HasIndex(m => m.CaseId);
        b.HasIndex(m => m.BesideId);
        b.Long(20_000, m => m.Body).Long(320, m => m.Recipient).Long(500, m => m.LastError);
        b.Mark(
                Privacy.None,
                m => m.Kind,
                m => m.MessageId,
                m => m.CreatedAt,
                m => m.DueAt,
                m => m.State
            )
            .Mark(
                Privacy.None,
                m => m.Attempts,
                m => m.ClaimedBy,
                m => m.ClaimedAt,
                m => m.SentAt,
                m => m.LastError
            )
            .Mark(Privacy.None, m => m.Version, m => m.Channel, m => m.WordsVersion)
            .Mark(Privacy.Personal, m => m.Recipient, m => m.Subject)
            .Mark(Privacy.Confidential, m => m.Body);
    }
}
