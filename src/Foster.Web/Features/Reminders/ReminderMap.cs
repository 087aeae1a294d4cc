using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Reminders;

public sealed class ReminderMap
    : IEntityTypeConfiguration<Reminder>,
        IEntityTypeConfiguration<DeclinedReminder>
{
    public void Configure(EntityTypeBuilder<Reminder> b)
    {
        b.ToTable("Reminders");
        b.HasIndex(r => new
            {
                r.DeadlineId,
                r.RuleId,
                r.DueOn,
                r.Step,
                r.RecipientId,
            })
            .IsUnique();
        b.HasIndex(r => new
        {
            r.CouncilId,
            r.State,
            r.RecipientId,
        });
        b.HasIndex(r => r.MessageId);
        b.Mark(Privacy.None, r => r.RuleId, r => r.DueOn, r => r.Step, r => r.StepOn)
            .Mark(Privacy.None, r => r.As, r => r.PlannedAt, r => r.State, r => r.Version);
    }

    public void Configure(EntityTypeBuilder<DeclinedReminder> b)
    {
        b.ToTable("DeclinedReminders");
        b.HasKey(d => new { d.AccountId, d.RuleId });
        b.HasOne<Account>()
            .WithMany()
            .HasForeignKey(d => d.AccountId)
            .OnDelete(DeleteBehavior.Cascade);
        b.Mark(Privacy.None, d => d.RuleId, d => d.DeclinedAt);
    }
}
