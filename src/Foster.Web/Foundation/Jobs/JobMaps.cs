using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Foundation.Jobs;

public sealed class JobMaps
    : IEntityTypeConfiguration<JobRunRow>,
        IEntityTypeConfiguration<JobState>
{
    public const string Runs = "JobRuns";

    public void Configure(EntityTypeBuilder<JobRunRow> b)
    {
        b.ToTable(Runs);
        b.HasIndex(r => new { r.JobKey, r.ScheduledAt }).IsUnique();
        // A job runs once at a time in all nodes.
        b.HasIndex(r => r.JobKey, "IX_JobRuns_Open").IsUnique().HasFilter("\"EndedAt\" IS NULL");
        b.Mark(
                Privacy.None,
                r => r.JobKey,
                r => r.ScheduledAt,
                r => r.Origin,
                r => r.Attempt,
                r => r.Node,
                r => r.LeaseUntil,
                r => r.StartedAt
            )
            .Mark(
                Privacy.None,
                r => r.EndedAt,
                r => r.Result,
                r => r.Considered,
                r => r.Done,
                r => r.Failed,
                r => r.Error
            );
    }

    public void Configure(EntityTypeBuilder<JobState> b)
    {
        b.ToTable("JobStates");
        b.HasKey(s => s.JobKey);
        b.Long(1_000, s => s.PauseReason);
        b.Mark(Privacy.None, s => s.JobKey, s => s.LastTickAt, s => s.PausedAt)
            .Mark(Privacy.Personal, s => s.PausedBy, s => s.PauseReason);
    }
}
