using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Foundation.Clock;

public sealed class DeadlineMap
    : IEntityTypeConfiguration<Deadline>,
        IEntityTypeConfiguration<BankHoliday>
{
    public void Configure(EntityTypeBuilder<Deadline> b)
    {
        b.ToTable("Deadlines");
        b.HasIndex(d => new
        {
            d.CouncilId,
            d.Status,
            d.DueOn,
            d.Id,
        });
        // Whose work it is, and the count beside the link to it.
        b.HasIndex(d => new
        {
            d.CouncilId,
            d.Status,
            d.HolderRole,
            d.DueOn,
            d.Id,
        });
        b.HasIndex(d => new { d.CaseId, d.LineKey });
        // Reminders look for the clocks of a line that began, or are due, in a span of days.
        b.HasIndex(d => new
        {
            d.CouncilId,
            d.Status,
            d.LineKey,
            d.TriggerOn,
        });
        b.HasIndex(d => new
        {
            d.CouncilId,
            d.Status,
            d.LineKey,
            d.DueOn,
        });
        b.Long(8_000, d => d.ExplanationText, d => d.FormerExplanations)
            .Long(4_000, d => d.WaiverReason);
        b.Mark(Privacy.None, d => d.LineKey, d => d.RuleId, d => d.Number, d => d.TriggerAt)
            // A check of one of two says by a first name whose it is.
            .Mark(Privacy.Personal, d => d.Title)
            .Mark(
                Privacy.None,
                d => d.TriggerOn,
                d => d.DueOn,
                d => d.DueAt,
                d => d.CalendarVersion
            )
            .Mark(
                Privacy.None,
                d => d.ExplanationText,
                d => d.FormerExplanations,
                d => d.Status,
                d => d.ClosedOn
            )
            .Mark(
                Privacy.None,
                d => d.CancelReason,
                d => d.HolderRole,
                d => d.MeantFor,
                d => d.ApplicantTitle,
                d => d.Version
            )
            .Mark(Privacy.Confidential, d => d.WaiverReason);
    }

    public void Configure(EntityTypeBuilder<BankHoliday> b)
    {
        b.ToTable("BankHolidays");
        b.HasKey(h => h.Date);
        b.Ignore(h => h.IsByHand);
        b.Mark(Privacy.None, h => h.Date, h => h.Name, h => h.CalendarVersion);
    }
}
