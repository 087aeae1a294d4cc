using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Carers.Demo;

// From the first words to the invitation.
public sealed partial class DemoRoad
{
    private static readonly string[] Heard =
    [
        "From a foster carer",
        "Social media",
        "Searching the internet",
        "At an event",
        "From a friend or relative",
    ];

    public async Task EnquireAsync()
    {
        await InScopeAsync(
            Dates.Enquired,
            async (services, actors) =>
            {
                var taker =
                    household.Channel is Channel.Web
                        ? actors.Anyone(staff.CouncilId)
                        : await actors.EnterAsync(
                            staff.First(Role.RecruitmentOfficer),
                            staff.CouncilId,
                            Role.RecruitmentOfficer,
                            ct
                        ) ?? throw new InvalidOperationException("Nobody takes the call.");
                var sent = await services
                    .GetRequiredService<SubmitEnquiry>()
                    .RunAsync(
                        new(
                            staff.CouncilId,
                            household.Channel,
                            null,
                            household.First.AsNew(),
                            household.Second?.AsNew(),
                            household.Address,
                            household.Others,
                            SpareRooms: 1,
                            Interests: ["Short term"],
                            KnowsChild: false,
                            WhenToCall: "Weekdays after 5pm",
                            HowHeard: Heard[household.First.FamilyName.Length % Heard.Length],
                            Connected: household.ConnectedWith is not null,
                            household.ConnectedWith,
                            staff.PrivacyNoticeVersion,
                            AccessNeeds: null
                        ),
                        taker,
                        ct
                    );
                if (sent.Ok)
                    CaseId = sent.Value.CaseId;
                return sent;
            }
        );
        people.AddRange(
            await ReadAsync(db =>
                (
                    from c in db.Set<Case>()
                    join m in db.Set<Membership>() on c.HouseholdId equals m.HouseholdId
                    where c.Id == CaseId && m.IsApplicant
                    orderby m.Position
                    select m.PersonId
                ).ToListAsync(ct)
            )
        );
        Stage = RoadStage.Enquired;
    }

    public async Task ContactAsync()
    {
        await AsOfficerAsync(
            Dates.Contacted,
            (s, actor) =>
                s.GetRequiredService<LogContact>()
                    .RunAsync(
                        new(
                            CaseId,
                            s.GetRequiredService<LondonClock>().Now,
                            ContactMethod.Telephone,
                            Reached: true,
                            "Would like to know more",
                            null
                        ),
                        actor,
                        ct
                    )
        );
        Stage = RoadStage.Contacted;
    }

    /// <summary>Rings and does not reach them.</summary>
    public Task TryToContactAsync(DateOnly on) =>
        AsOfficerAsync(
            on,
            (s, actor) =>
                s.GetRequiredService<LogContact>()
                    .RunAsync(
                        new(
                            CaseId,
                            s.GetRequiredService<LondonClock>().Now,
                            ContactMethod.Telephone,
                            Reached: false,
                            "No answer",
                            null
                        ),
                        actor,
                        ct
                    )
        );

    public async Task ExpressInterestAsync()
    {
        await AsHolderAsync(
            0,
            Dates.Interested,
            (s, actor) =>
                s.GetRequiredService<SubmitInterest>()
                    .RunAsync(
                        new(
                            CaseId,
                            null,
                            new(
                                "We have room in our home and in our days, and would like to give it to a child.",
                                "Years of helping with nieces, nephews and a junior football team.",
                                "One of us works from home four days a week.",
                                "A house with a garden, near two schools",
                                "An elderly cat",
                                Smokes: false,
                                Drives: true,
                                ChildrenElsewhere: null,
                                EarlierApplications: null
                            ),
                            null,
                            Connected: household.ConnectedWith is not null,
                            household.ConnectedWith
                        ),
                        actor,
                        ct
                    )
        );
        Stage = RoadStage.Interested;
    }

    public async Task ScheduleVisitAsync()
    {
        await AsOfficerAsync(
            Dates.VisitBooked,
            (s, actor) =>
                s.GetRequiredService<AllocateVisit>()
                    .RunAsync(new(CaseId, staff.First(Role.Assessor)), actor, ct),
            Role.TeamManager
        );
        await AsStaffAsync(
            Role.Assessor,
            Dates.VisitBooked,
            (s, actor) =>
                s.GetRequiredService<ScheduleVisit>()
                    .RunAsync(
                        new(CaseId, London.ToUtc(Dates.Visited, new TimeOnly(14, 0)), null),
                        actor,
                        ct
                    )
        );
        Stage = RoadStage.VisitScheduled;
    }

    public async Task VisitAsync()
    {
        await AsStaffAsync(
            Role.Assessor,
            Dates.Visited,
            (s, actor) =>
                s.GetRequiredService<RecordVisit>()
                    .RunAsync(
                        new(
                            CaseId,
                            Dates.Visited,
                            household.Second is null ? null : true,
                            AccommodationViewed: true,
                            BedroomViewed: true,
                            "A warm home with a bedroom ready for a child. They have thought about what would change."
                        ),
                        actor,
                        ct
                    )
        );
        Stage = RoadStage.Visited;
    }

    public async Task InviteAsync()
    {
        await DecideOutcomeAsync(
            invite: true,
            null,
            "They meet what we ask for at this point and understand what fostering means."
        );
        Stage = RoadStage.Invited;
    }

    /// <summary>The visit ends in a decline instead of an invitation.</summary>
    public Task DeclineAfterVisitAsync() =>
        DecideOutcomeAsync(
            invite: false,
            DeclineReason.Home,
            "There is no bedroom that a child could have to themselves, and none can be made free this year."
        );

    public Task WithdrawEnquiryAsync(DateOnly on) =>
        AsHolderAsync(
            0,
            on,
            (s, actor) =>
                s.GetRequiredService<WithdrawEnquiry>()
                    .RunAsync(new(CaseId, "not-now", "Not the right time for us."), actor, ct)
        );

    private async Task DecideOutcomeAsync(bool invite, DeclineReason? code, string reasons)
    {
        await AsStaffAsync(
            Role.TeamManager,
            Dates.Invited,
            (s, actor) =>
                s.GetRequiredService<DecideVisitOutcome>()
                    .RunAsync(new(CaseId, invite, code, reasons), actor, ct)
        );
        if (!invite)
            return;
        // An invitation goes out on paper the same day; declines wait in the list of letters.
        var letters = await ReadAsync(db =>
            db.Set<Letter>()
                .Where(l => l.CaseId == CaseId && l.PostedOn == null)
                .Select(l => l.Id)
                .ToListAsync(ct)
        );
        foreach (var letter in letters)
            await AsStaffAsync(
                Role.TeamManager,
                Dates.Invited,
                (s, actor) =>
                    s.GetRequiredService<MarkLetterPosted>()
                        .RunAsync(new(letter, Dates.Invited), actor, ct)
            );
    }

    /// <summary>Whose work an enquiry is: a restricted one is the intake officer's.</summary>
    private Task AsOfficerAsync(
        DateOnly on,
        Func<IServiceProvider, Actor, Task<Result>> act,
        Role role = Role.RecruitmentOfficer
    ) =>
        household.ConnectedWith is not null && staff.Intake is { } intake
            ? AsAsync(intake, Role.RecruitmentOfficer, on, act)
            : AsStaffAsync(role, on, act);
}
