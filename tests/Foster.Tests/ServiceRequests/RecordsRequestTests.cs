using Foster.TestKit;
using Foster.Tests.Enquiries;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Features.Records.Requests;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.ServiceRequests;

/// <summary>What other services ask us for: our side of R-TRF-05, R-TRF-06 and R-TRF-07.</summary>
public abstract class RecordsRequestTests(FosterHost host)
{
    private const string Reasons = "They told us on the telephone that they do not agree.";

    [Fact]
    public async Task R_TRF_06_access_is_due_fifteen_working_days_after_the_request_X_22()
    {
        var (desk, caseId) = await StageAsync();

        var id = await ReceiveAsync(desk, caseId, RequestFor.Records, new(2026, 8, 10));

        var clock = await ClockAsync(desk, id);
        Assert.Equal(new DateOnly(2026, 9, 1), clock.DueOn);
        Assert.Equal(("R-TRF-06", DeadlineStatus.Open), (clock.RuleId, clock.Status));
        var request = await FindAsync(desk, id);
        Assert.Equal((clock.DueOn, true), (request.DueOn, request.IsOpen));
    }

    [Fact]
    public async Task R_TRF_07_a_reference_is_due_after_28_days()
    {
        var (desk, caseId) = await StageAsync();

        var id = await ReceiveAsync(desk, caseId, RequestFor.Reference, new(2026, 8, 10));

        var clock = await ClockAsync(desk, id);
        Assert.Equal(new DateOnly(2026, 9, 7), clock.DueOn);
        Assert.Equal("R-TRF-07", clock.RuleId);
    }

    [Fact]
    public async Task R_TRF_06_nothing_is_sent_before_their_consent_was_seen()
    {
        var (desk, caseId) = await StageAsync();
        var id = await ReceiveAsync(desk, caseId, RequestFor.Records, new(2026, 8, 10));

        var early = await SendAsync(desk, id);
        Assert.Equal("R-TRF-06", Assert.Single(early.Refusals).RuleId);
        Assert.True((await AskAsync(desk, id)).Ok);
        Assert.Equal(RequestState.ConsentAsked, (await FindAsync(desk, id)).State);
        Assert.False((await SendAsync(desk, id)).Ok);
        Assert.True((await SeeAsync(desk, id)).Ok);
        var sent = await SendAsync(desk, id);

        Assert.True(sent.Ok, sent.Reasons);
        var request = await FindAsync(desk, id);
        Assert.Equal(
            (RequestState.Sent, false, DeskStage.Manager),
            (request.State, request.IsOpen, request.EndedBy)
        );
        Assert.Equal(DeadlineStatus.Met, (await ClockAsync(desk, id)).Status);
        var told = (await desk.HistoryAsync(caseId)).Single(h =>
            h.Kind == "records.service-answered"
        );
        Assert.True(told.IsTold);
    }

    [Fact]
    public async Task Only_the_team_manager_refuses_with_a_code_and_reasons_R_VAL_06()
    {
        var (desk, caseId) = await StageAsync();
        var id = await ReceiveAsync(desk, caseId, RequestFor.Records, new(2026, 8, 10));

        Assert.Equal(
            ["code", "reason"],
            (await RefuseAsync(desk, id, null, "No.")).Refusals.Select(r => r.Field)
        );
        Assert.False(
            (await RefuseAsync(desk, id, RequestRefusal.NoConsent, Reasons, DeskStage.Officer)).Ok
        );
        Assert.True((await RefuseAsync(desk, id, RequestRefusal.NoConsent, Reasons)).Ok);

        var request = await FindAsync(desk, id);
        Assert.Equal(
            (RequestState.Refused, (RequestRefusal?)RequestRefusal.NoConsent),
            (request.State, request.RefusalCode)
        );
        Assert.Equal(DeadlineStatus.Cancelled, (await ClockAsync(desk, id)).Status);
        Assert.False((await SendAsync(desk, id)).Ok);
    }

    [Fact]
    public async Task Dates_stand_in_order_and_the_person_is_of_the_case_R_VAL_04()
    {
        var (desk, caseId) = await StageAsync();
        var id = await ReceiveAsync(desk, caseId, RequestFor.Records, new(2026, 8, 10));
        var before = await desk.AsAsync(
            DeskStage.Manager,
            (s, actor) =>
                s.GetRequiredService<AskServiceConsent>()
                    .RunAsync(new(id, new(2026, 8, 7)), actor, default)
        );
        Assert.Equal("R-VAL-04", Assert.Single(before.Refusals).RuleId);

        var stranger = await RecordAsync(
            desk,
            caseId,
            Guid.NewGuid(),
            RequestFor.Records,
            new(2026, 8, 10)
        );
        Assert.Equal("person", Assert.Single(stranger.Refusals).Field);
        var future = await RecordAsync(
            desk,
            caseId,
            await PersonAsync(desk, caseId),
            RequestFor.Records,
            new(2026, 8, 12)
        );
        Assert.Equal("received", Assert.Single(future.Refusals).Field);
    }

    [Fact]
    public async Task The_register_shows_what_is_due_first_and_another_council_sees_none_of_it()
    {
        var (desk, caseId) = await StageAsync();
        var ids = new List<Guid>();
        for (var i = 0; i < RecordsRequestReads.PageSize + 2; i++)
            ids.Add(await ReceiveAsync(desk, caseId, RequestFor.Records, new(2026, 8, 10 - i % 5)));

        var first = await PageAsync(desk, null);
        var second = await PageAsync(desk, first.Next);

        Assert.Null(second.Next);
        var all = first.Items.Concat(second.Items).ToList();
        Assert.Equal(ids.Order(), all.Select(l => l.Id).Order());
        Assert.Equal(all.Select(l => l.DueOn).Order(), all.Select(l => l.DueOn));
        Assert.Empty(
            (
                await desk.AsAsync(
                    DeskStage.Manager,
                    (s, actor) =>
                        s.GetRequiredService<RecordsRequestReads>()
                            .PageAsync(new(RequestState.Sent, null, false), null, actor, default)
                )
            ).Items
        );
        var other = await new DeskStage(host).OpenAsync();
        Assert.Empty((await PageAsync(other, null)).Items);
        Assert.False((await SendAsync(other, ids[0])).Ok);
    }

    private async Task<(DeskStage Desk, Guid CaseId)> StageAsync()
    {
        host.Clock.Set("2026-08-11 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        return (desk, (await desk.EnquireAsync()).CaseId);
    }

    private static async Task<Guid> ReceiveAsync(
        DeskStage desk,
        Guid caseId,
        RequestFor what,
        DateOnly on
    )
    {
        var made = await RecordAsync(desk, caseId, await PersonAsync(desk, caseId), what, on);
        Assert.True(made.Ok, made.Reasons);
        return made.Value;
    }

    private static Task<Result<Guid>> RecordAsync(
        DeskStage desk,
        Guid caseId,
        Guid personId,
        RequestFor what,
        DateOnly on
    ) =>
        desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetRequiredService<RecordRecordsRequest>()
                    .RunAsync(
                        new(
                            caseId,
                            personId,
                            what,
                            RequestAbout.Applicant,
                            "Riverside Fostering",
                            "records@riverside.example",
                            on,
                            null,
                            "Letter of that day"
                        ),
                        actor,
                        default
                    )
        );

    private static Task<Guid> PersonAsync(DeskStage desk, Guid caseId) =>
        desk.AsAsync(
            DeskStage.Officer,
            async (s, _) =>
                (await s.GetRequiredService<CaseReads>().ApplicantsAsync(caseId, default))[
                    0
                ].PersonId
        );

    private static Task<Result> AskAsync(DeskStage desk, Guid id) =>
        desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetRequiredService<AskServiceConsent>()
                    .RunAsync(new(id, new(2026, 8, 11)), actor, default)
        );

    private static Task<Result> SeeAsync(DeskStage desk, Guid id) =>
        desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetRequiredService<SeeServiceConsent>()
                    .RunAsync(new(id, new(2026, 8, 11)), actor, default)
        );

    private static Task<Result> SendAsync(DeskStage desk, Guid id) =>
        desk.AsAsync(
            DeskStage.Manager,
            (s, actor) =>
                s.GetRequiredService<SendToService>()
                    .RunAsync(new(id, new(2026, 8, 11), "Copies by secure e-mail"), actor, default)
        );

    private static Task<Result> RefuseAsync(
        DeskStage desk,
        Guid id,
        RequestRefusal? code,
        string reason,
        string by = DeskStage.Manager
    ) =>
        desk.AsAsync(
            by,
            (s, actor) =>
                s.GetRequiredService<RefuseService>()
                    .RunAsync(new(id, new(2026, 8, 11), code, reason), actor, default)
        );

    private static Task<ListPage<RequestLine>> PageAsync(DeskStage desk, string? after) =>
        desk.AsAsync(
            DeskStage.Manager,
            (s, actor) =>
                s.GetRequiredService<RecordsRequestReads>()
                    .PageAsync(new(null, null, false), after, actor, default)
        );

    private static Task<RecordsRequest> FindAsync(DeskStage desk, Guid id) =>
        desk.ReadAsync(db => db.Set<RecordsRequest>().AsNoTracking().SingleAsync(r => r.Id == id));

    private static Task<Deadline> ClockAsync(DeskStage desk, Guid id) =>
        desk.ReadAsync(db => db.Set<Deadline>().AsNoTracking().SingleAsync(d => d.SubjectId == id));

    public sealed class OnSqlite(SqliteHost host)
        : RecordsRequestTests(host),
            IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : RecordsRequestTests(host),
            IClassFixture<PostgresHost>;
}
