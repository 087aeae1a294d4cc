using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Enquiries;

public sealed class EnquiryMap : IEntityTypeConfiguration<Enquiry>
{
    public void Configure(EntityTypeBuilder<Enquiry> b)
    {
        b.ToTable("Enquiries");
        b.HasIndex(e => e.CaseId).IsUnique();
        // The queue: open ones by what is due, and the same within one state.
        b.HasIndex(e => new
        {
            e.CouncilId,
            e.IsOpen,
            e.NextDueOn,
            e.Id,
        });
        b.HasIndex(e => new
        {
            e.CouncilId,
            e.State,
            e.NextDueOn,
            e.Id,
        });
        // The cohorts of the report on sources.
        b.HasIndex(e => new { e.CouncilId, e.ReceivedOn });
        b.HasIndex(e => new { e.CouncilId, e.LastCampaignId });
        // Those that count with another.
        b.HasIndex(e => e.CountsWith);
        // Campaigns in the report on sources.
        b.HasIndex(e => new { e.CouncilId, e.FirstCampaignId });
        // Those that were merged into another.
        b.HasIndex(e => e.MergedInto);
        b.Long(500, e => e.Interests, e => e.HowHeard, e => e.WhenToCall, e => e.ConnectionWithWhom)
            .Long(2_000, e => e.AccessNeeds, e => e.HouseholdSummary);
        b.Mark(
                Privacy.None,
                e => e.State,
                e => e.IsOpen,
                e => e.StateSince,
                e => e.ReopenedAt,
                e => e.NextDueOn,
                e => e.ReceivedAt,
                e => e.ReceivedOn
            )
            .Mark(
                Privacy.None,
                e => e.Channel,
                e => e.HowHeard,
                e => e.ConsentToRecord,
                e => e.Joint,
                e => e.SpareRooms
            )
            .Mark(
                Privacy.None,
                e => e.Interests,
                e => e.KnowsChild,
                e => e.PrivacyNoticeVersion,
                e => e.PrivacyAcknowledgedAt
            )
            .Mark(
                Privacy.None,
                e => e.FirstContactAt,
                e => e.InfoSentOn,
                e => e.PackVersion,
                e => e.PackWay,
                e => e.EoiOn,
                e => e.VisitDueOn
            )
            .Mark(
                Privacy.None,
                e => e.VisitAt,
                e => e.VisitedOn,
                e => e.OutcomeAt,
                e => e.ClosedAt,
                e => e.ClosedOn
            )
            .Mark(Privacy.None, e => e.ReasonCode, e => e.Version)
            .Mark(Privacy.None, e => e.FirstSource, e => e.LastSource)
            .Mark(Privacy.None, e => e.Counted, e => e.NotCounted, e => e.MergedHere)
            .Mark(
                Privacy.Personal,
                e => e.ReceivedBy,
                e => e.WhenToCall,
                e => e.HouseholdSummary,
                e => e.EoiBy,
                e => e.OutcomeBy
            )
            .Mark(Privacy.Personal, e => e.CurrentService, e => e.ChildrenPlaced, e => e.Lost)
            .Mark(Privacy.Special, e => e.AccessNeeds)
            .Mark(Privacy.Restricted, e => e.Connected, e => e.ConnectionWithWhom);
    }
}

public sealed class EnquiryRowMaps
    : IEntityTypeConfiguration<EnquiryContact>,
        IEntityTypeConfiguration<ExpressionOfInterest>,
        IEntityTypeConfiguration<InitialVisit>,
        IEntityTypeConfiguration<VisitOutcome>
{
    public void Configure(EntityTypeBuilder<EnquiryContact> b)
    {
        b.ToTable("EnquiryContacts");
        b.HasIndex(c => new { c.CaseId, c.At });
        b.Long(4_000, c => c.Note);
        b.Mark(Privacy.None, c => c.At, c => c.On, c => c.Method, c => c.Reached)
            .Mark(Privacy.Personal, c => c.By, c => c.Outcome)
            .Mark(Privacy.Confidential, c => c.Note);
    }

    public void Configure(EntityTypeBuilder<ExpressionOfInterest> b)
    {
        b.ToTable("ExpressionsOfInterest");
        b.HasIndex(i => i.CaseId);
        b.Long(4_000, i => i.Motivation, i => i.Experience, i => i.WorkAndTime, i => i.Home)
            .Long(4_000, i => i.Pets, i => i.ChildrenElsewhere, i => i.EarlierApplications);
        b.Mark(Privacy.None, i => i.On)
            .Mark(
                Privacy.Personal,
                i => i.Motivation,
                i => i.Experience,
                i => i.WorkAndTime,
                i => i.Home,
                i => i.Pets
            )
            .Mark(
                Privacy.Personal,
                i => i.Smokes,
                i => i.Drives,
                i => i.ChildrenElsewhere,
                i => i.EarlierApplications
            )
            .Mark(Privacy.Personal, i => i.By, i => i.OnBehalfOf);
    }

    public void Configure(EntityTypeBuilder<InitialVisit> b)
    {
        b.ToTable("InitialVisits");
        b.HasIndex(v => v.CaseId);
        b.Long(8_000, v => v.Note);
        b.Mark(
                Privacy.None,
                v => v.ScheduledFor,
                v => v.CompletedOn,
                v => v.BothPartnersSeen,
                v => v.Version
            )
            .Mark(Privacy.None, v => v.AccommodationViewed, v => v.BedroomViewed)
            .Mark(Privacy.Personal, v => v.Interpreter, v => v.AssessorName, v => v.RecordedBy)
            .Mark(Privacy.Confidential, v => v.Note);
    }

    public void Configure(EntityTypeBuilder<VisitOutcome> b)
    {
        b.ToTable("VisitOutcomes");
        b.HasIndex(o => o.CaseId);
        b.Long(4_000, o => o.Reasons);
        b.Mark(Privacy.None, o => o.DecidedAt, o => o.DecidedOn, o => o.Invited, o => o.ReasonCode)
            .Mark(Privacy.Personal, o => o.DecidedBy)
            .Mark(Privacy.Confidential, o => o.Reasons);
    }
}
