using Foster.Web.Features.Applications;
using Foster.Web.Features.Assessment;
using Foster.Web.Foundation.Actors;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Carers.Demo;

// Both stages of the assessment.
public sealed partial class DemoRoad
{
    /// <summary>Checks that are usually quick; the others follow later.</summary>
    private static readonly string[] QuickOnes = ["CHK-01", "CHK-05"];

    /// <summary>Follows from the interviews with referees.</summary>
    private const string Interviews = "CHK-13";

    public async Task DecideToAssessAsync()
    {
        await AsStaffAsync(
            Role.TeamManager,
            Dates.DecidedToAssess,
            (s, actor) =>
                s.GetRequiredService<DecideToAssess>()
                    .RunAsync(
                        new(
                            CaseId,
                            Dates.DecidedToAssess,
                            "The application is complete and the visit went well.",
                            staff.First(Role.Assessor),
                            NotConnected: true
                        ),
                        actor,
                        ct
                    )
        );
        Stage = RoadStage.DecidedToAssess;
    }

    /// <summary>The application ends before any assessment.</summary>
    public Task DeclineToAssessAsync() =>
        AsStaffAsync(
            Role.TeamManager,
            Dates.DecidedToAssess,
            (s, actor) =>
                s.GetRequiredService<DeclineToAssess>()
                    .RunAsync(
                        new(
                            CaseId,
                            Dates.DecidedToAssess,
                            "DA4",
                            "The household can offer weekends only, and we need homes for children all week."
                        ),
                        actor,
                        ct
                    )
        );

    public async Task AskForChecksAsync()
    {
        foreach (var check in await OpenChecksAsync())
            await AsStaffAsync(
                Role.Assessor,
                Dates.ChecksAsked,
                (s, actor) =>
                    s.GetRequiredService<RequestCheck>()
                        .RunAsync(new(check.Id, Dates.ChecksAsked, Dates.ChecksAsked), actor, ct)
            );
        Stage = RoadStage.ChecksAsked;
    }

    public async Task ReceiveSomeChecksAsync()
    {
        await ReceiveAsync(Dates.SomeChecksIn, check => QuickOnes.Contains(check.Kind));
        Stage = RoadStage.SomeChecksIn;
    }

    /// <summary>Everything that is missing comes in, and the assessor confirms it.</summary>
    public async Task CompleteStage1Async()
    {
        var on = Dates.Stage1Complete;
        await InterviewRefereesAsync(on);
        await ReceiveAsync(on, _ => true);
        await AsStaffAsync(
            Role.Assessor,
            on,
            (s, actor) => s.GetRequiredService<CompleteStage1>().RunAsync(new(CaseId), actor, ct)
        );
        Stage = RoadStage.Stage1Complete;
    }

    public async Task PassStage1Async()
    {
        var on = Dates.Stage1Passed;
        await AsStaffAsync(
            Role.TeamManager,
            on,
            (s, actor) =>
                s.GetRequiredService<PassStage1>()
                    .RunAsync(
                        new(
                            CaseId,
                            on,
                            "Everything for stage 1 is in and nothing stands against going on.",
                            NotDisqualified: true
                        ),
                        actor,
                        ct
                    )
        );
        await AsStaffAsync(
            Role.TeamManager,
            on,
            (s, actor) => s.GetRequiredService<OpenStage2>().RunAsync(new(CaseId, on), actor, ct)
        );
        Stage = RoadStage.Stage1Passed;
    }

    public async Task TrainAsync()
    {
        foreach (var person in people)
            await AsStaffAsync(
                Role.Assessor,
                Dates.Trained,
                (s, actor) =>
                    s.GetRequiredService<RecordTraining>()
                        .RunAsync(
                            new(
                                CaseId,
                                person,
                                [.. PreparationSessions.All.Select(p => p.Key)],
                                Dates.Trained,
                                "Took part throughout and asked good questions."
                            ),
                            actor,
                            ct
                        )
            );
        Stage = RoadStage.Trained;
    }

    public async Task ShareReportAsync()
    {
        await AsStaffAsync(
            Role.Assessor,
            Dates.ReportWritten,
            (s, actor) =>
                s.GetRequiredService<SaveReport>()
                    .RunAsync(new(CaseId, Words, household.Terms), actor, ct)
        );
        await AsStaffAsync(
            Role.TeamManager,
            Dates.ReportShared,
            (s, actor) =>
                s.GetRequiredService<CheckReportQuality>()
                    .RunAsync(
                        new(CaseId, "Complete, balanced and grounded in evidence."),
                        actor,
                        ct
                    )
        );
        await AsStaffAsync(
            Role.Assessor,
            Dates.ReportShared,
            (s, actor) =>
                s.GetRequiredService<ShareReport>()
                    .RunAsync(new(CaseId, Dates.ReportShared), actor, ct)
        );
        Stage = RoadStage.ReportShared;
    }

    /// <summary>The assessor puts a refusal to the decision maker.</summary>
    public Task ProposeRefusalAsync(DateOnly on) =>
        AsStaffAsync(
            Role.Assessor,
            on,
            (s, actor) =>
                s.GetRequiredService<ProposeRefusal>()
                    .RunAsync(
                        new(
                            CaseId,
                            "S1D",
                            "Two rooms are let to lodgers until next year, and neither can be given up before."
                        ),
                        actor,
                        ct
                    )
        );

    /// <summary>Each applicant sends observations; then nothing stands between the case and panel.</summary>
    public async Task MakeReadyAsync()
    {
        var on = Dates.ReadyForPanel;
        for (var index = 0; index < people.Count; index++)
        {
            var person = people[index];
            await AsOwnAsync(
                index,
                on,
                (s, actor) =>
                    s.GetRequiredService<SendObservations>()
                        .RunAsync(
                            new(CaseId, person, "A fair picture of us. Nothing to add.", on),
                            actor,
                            ct
                        )
            );
        }
        await AsStaffAsync(
            Role.Assessor,
            on,
            (s, actor) => s.GetRequiredService<MakeReady>().RunAsync(new(CaseId), actor, ct)
        );
        Stage = RoadStage.ReadyForPanel;
    }

    private async Task InterviewRefereesAsync(DateOnly on)
    {
        var referees = await ReadAsync(db =>
            db.Set<Referee>().Where(r => r.CaseId == CaseId).Select(r => r.Id).ToListAsync(ct)
        );
        foreach (var referee in referees)
            await AsStaffAsync(
                Role.Assessor,
                on,
                (s, actor) =>
                    s.GetRequiredService<RecordRefereeInterview>()
                        .RunAsync(
                            new(
                                referee,
                                on,
                                on,
                                "Has known them for years and would trust them with a child of their own.\n\nSays that they are patient, and ask for help when they need it.",
                                Whole: false,
                                new HashSet<int> { 1 }
                            ),
                            actor,
                            ct
                        )
            );
    }

    private async Task ReceiveAsync(DateOnly on, Func<Check, bool> which)
    {
        foreach (var check in (await OpenChecksAsync()).Where(which))
            await AsStaffAsync(
                Role.Assessor,
                on,
                (s, actor) =>
                    s.GetRequiredService<RecordCheck>()
                        .RunAsync(
                            new(
                                check.Id,
                                on,
                                CheckOutcome.Clear,
                                null,
                                on,
                                CertificateNumber: "001234567890",
                                CertificateIssuedOn: on.AddDays(-4),
                                OnBarredList: false,
                                ConsentSeenOn: on
                            ),
                            actor,
                            ct
                        )
            );
    }

    private Task<List<Check>> OpenChecksAsync() =>
        ReadAsync(db =>
            db.Set<Check>()
                .AsNoTracking()
                .Where(c =>
                    c.CaseId == CaseId
                    && c.Kind != Interviews
                    && (c.State == CheckState.Needed || c.State == CheckState.Requested)
                )
                .OrderBy(c => c.Kind)
                .ToListAsync(ct)
        );

    private static ReportWords Words { get; } =
        new(
            "Warm, calm and reliable, with a sense of humour.",
            "No religion; would support a child in theirs.",
            "Grew up in large families and stay close to them.",
            "Work can be arranged around school hours.",
            "Years of looking after the children of family and friends.",
            "Listens first, keeps boundaries, keeps promises.",
            "Nothing that limits fostering, by the medical adviser's report.",
            "A settled household with room in the house and in the day.",
            "I recommend approval on the terms proposed.",
            "The referees spoke in confidence; both support the application."
        );
}
