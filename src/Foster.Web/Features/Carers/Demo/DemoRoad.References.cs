using Foster.Web.Features.Applications;
using Foster.Web.Features.Assessment;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Carers.Demo;

// Referees who were asked, a former service, a transfer.
public sealed partial class DemoRoad
{
    /// <summary>One has answered, one has declined, one is still writing.</summary>
    public async Task AskRefereesAsync()
    {
        var referees = await ReadAsync(db =>
            db.Set<Referee>()
                .Where(r => r.CaseId == CaseId)
                .OrderBy(r => r.Id)
                .Select(r => r.Id)
                .ToListAsync(ct)
        );
        foreach (var referee in referees)
            await AsStaffAsync(
                Role.Assessor,
                Dates.SomeChecksIn,
                (s, actor) =>
                    s.GetRequiredService<AskReferee>()
                        .RunAsync(
                            new(
                                referee,
                                RefereeRoute.Email,
                                s.GetRequiredService<LondonClock>().Today,
                                null
                            ),
                            actor,
                            ct
                        )
            );
        await WriteAsync(referees[0]);
        await AsRefereeAsync(
            (s, actor) =>
                s.GetRequiredService<SendReference>().RunAsync(new(referees[0]), actor, ct)
        );
        await AsStaffAsync(
            Role.Assessor,
            Dates.SomeChecksIn,
            (s, actor) =>
                s.GetRequiredService<RecordRefereeLost>()
                    .RunAsync(
                        new(
                            referees[1],
                            true,
                            "Told us on the telephone that it is too much just now."
                        ),
                        actor,
                        ct
                    )
        );
        await WriteAsync(referees[2]);
    }

    /// <summary>They fostered for another service until last year, and it is asked for its records.</summary>
    public async Task FosteredElsewhereAsync()
    {
        var on = Dates.ChecksAsked;
        await AsStaffAsync(
            Role.Assessor,
            on,
            (s, actor) =>
                s.GetRequiredService<RecordPreviousApproval>()
                    .RunAsync(
                        new(
                            CaseId,
                            people[0],
                            "Demo Independent Fostering",
                            "9 Example Way, Elsewhere",
                            Dates.Enquired.AddYears(-3)
                        ),
                        actor,
                        ct
                    )
        );
        var approval = await ReadAsync(db =>
            db.Set<PreviousApproval>()
                .Where(p => p.CaseId == CaseId)
                .Select(p => p.Id)
                .SingleAsync(ct)
        );
        await AsStaffAsync(
            Role.Assessor,
            on,
            (s, actor) =>
                s.GetRequiredService<SendServiceRequest>()
                    .RunAsync(new(approval, ServiceRequestKind.Records, on, on), actor, ct)
        );
    }

    /// <summary>They foster for another service now, with a child placed, and have given notice.</summary>
    public async Task TransferAsync(DateOnly on)
    {
        await AsStaffAsync(
            Role.TeamManager,
            on,
            (s, actor) =>
                s.GetRequiredService<OpenTransfer>()
                    .RunAsync(new(CaseId, "Demo Independent Fostering", true), actor, ct)
        );
        await AsStaffAsync(
            Role.TeamManager,
            on,
            (s, actor) =>
                s.GetRequiredService<RecordTransferNotice>().RunAsync(new(CaseId, on), actor, ct)
        );
    }

    private async Task WriteAsync(Guid referee)
    {
        foreach (var question in ReferenceQuestions.All.Where(q => !q.Optional))
            await AsRefereeAsync(
                (s, actor) =>
                    s.GetRequiredService<SaveReferenceAnswer>()
                        .RunAsync(
                            new(
                                referee,
                                question.Key,
                                "Nothing but good, in all the years.\n\nThey ask for help when they need it.",
                                question.Key == "worries"
                            ),
                            actor,
                            ct
                        )
            );
    }

    private Task AsRefereeAsync(Func<IServiceProvider, Actor, Task<Result>> act) =>
        InScopeAsync(
            Dates.SomeChecksIn,
            (s, actors) => act(s, actors.Holder(staff.CouncilId, CaseId, "Referee", null))
        );
}
