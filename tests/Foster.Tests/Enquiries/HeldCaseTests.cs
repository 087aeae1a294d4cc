using Foster.TestKit;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Enquiries;

/// <summary>R-SOD-08: a restricted case always has somebody who sees it and keeps its clocks.</summary>
public abstract class HeldCaseTests(FosterHost host)
{
    private const string Officers = "Imran Demo-Intake and Ines Demo-Deputy are my cousins";

    [Fact]
    public async Task R_ENQ_13_clocks_of_roles_that_see_nothing_are_the_intake_officers_until_one_is_named()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var made = await desk.EnquireAsync();
        await OpenAsync(desk, made.CaseId, DeskStage.Officer, Role.TeamManager);
        await OpenAsync(desk, made.CaseId, DeskStage.Officer, Role.Assessor);

        await RestrictAsync(desk, made.CaseId, "A councillor");

        Assert.Equal(
            [
                "IntakeOfficer for Assessor",
                "IntakeOfficer for TeamManager",
                "RecruitmentOfficer for RecruitmentOfficer",
            ],
            await HoldersAsync(desk, made.CaseId)
        );
        Assert.Equal(3, await WorkAsync(desk, DeskStage.Intake, made.CaseId));
        Assert.Equal(0, await WorkAsync(desk, DeskStage.Manager, made.CaseId));

        // A clock that is opened later goes the same way.
        await OpenAsync(desk, made.CaseId, DeskStage.Intake, Role.DecisionMaker);
        Assert.Contains("IntakeOfficer for DecisionMaker", await HoldersAsync(desk, made.CaseId));
        Ok(await NameAsync(desk, DeskStage.Intake, made.CaseId, DeskStage.Manager));

        Assert.Contains("TeamManager for TeamManager", await HoldersAsync(desk, made.CaseId));
        Assert.Equal(1, await WorkAsync(desk, DeskStage.Manager, made.CaseId));
        Assert.Equal(3, await WorkAsync(desk, DeskStage.Intake, made.CaseId));
    }

    [Fact]
    public async Task An_administrator_names_who_holds_a_case_that_no_intake_officer_can()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var made = await desk.EnquireAsync(Connected(desk, Officers));
        Assert.Contains(await UnheldAsync(desk), c => c.Reference == made.Reference);
        Assert.Equal(
            "IntakeOfficer for RecruitmentOfficer",
            Assert.Single(await HoldersAsync(desk, made.CaseId))
        );

        foreach (
            var nobody in (string[])[DeskStage.Intake, DeskStage.Assessor, DeskStage.Administrator]
        )
            Assert.False((await HoldAsync(desk, made.CaseId, nobody)).Ok, nobody);
        Assert.False(
            (await HoldAsync(desk, made.CaseId, DeskStage.Manager, by: DeskStage.Manager)).Ok
        );
        Ok(await HoldAsync(desk, made.CaseId, DeskStage.Manager));

        Assert.Equal(1, await WorkAsync(desk, DeskStage.Manager, made.CaseId));
        Assert.Equal(0, await WorkAsync(desk, DeskStage.Officer, made.CaseId));
        // They are one of two, and name the other as an intake officer would.
        Assert.Contains(await UnheldAsync(desk), c => c.Reference == made.Reference);
        Ok(await HoldAsync(desk, made.CaseId, DeskStage.Officer));
        Assert.DoesNotContain(await UnheldAsync(desk), c => c.Reference == made.Reference);
        Assert.False((await HoldAsync(desk, made.CaseId, DeskStage.Officer)).Ok);
        Assert.False((await NameAsync(desk, DeskStage.Manager, made.CaseId, DeskStage.Intake)).Ok);
        Ok(await NameAsync(desk, DeskStage.Manager, made.CaseId, DeskStage.Assessor));
        var mail = await desk.ReadAsync(db =>
            db.Set<OutboxMessage>()
                .Where(m => m.CaseId == made.CaseId && m.Kind == "case.named")
                .Select(m => m.Recipient)
                .ToListAsync()
        );
        Assert.Equal(
            [desk.EmailOf(DeskStage.Manager), desk.EmailOf(DeskStage.Officer)],
            mail.Order()
        );
        Assert.Equal(
            2,
            (await desk.HistoryAsync(made.CaseId)).Count(h => h.Kind == "case.holder-named")
        );
    }

    [Fact]
    public async Task A_case_with_one_free_officer_is_listed_and_one_with_two_is_not()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var one = await desk.EnquireAsync(Connected(desk, "My brother Imran Demo-Intake"));
        var two = await desk.EnquireAsync(Connected(desk, "A councillor"));
        var open = await desk.EnquireAsync();

        var listed = await UnheldAsync(desk);

        Assert.Contains(listed, c => c.Reference == one.Reference && c.DueOn == one.ContactDueOn);
        Assert.DoesNotContain(listed, c => c.Reference == two.Reference);
        Assert.False((await HoldAsync(desk, open.CaseId, DeskStage.Manager)).Ok);
    }

    [Fact]
    public async Task A_further_connection_closes_the_case_to_the_officer_it_names()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var made = await desk.EnquireAsync(Connected(desk, "A councillor"));
        await RestrictAsync(desk, made.CaseId, "Ines Demo-Deputy is my aunt");
        // Yet another connection names nobody again whom an earlier one shut out (R-SOD-08).
        await RestrictAsync(desk, made.CaseId, "Another councillor");

        var named = await desk.ReadAsync(db =>
            db.Set<NamedPerson>()
                .Where(n => n.CaseId == made.CaseId)
                .Select(n => n.AccountId)
                .ToListAsync()
        );

        Assert.Equal([desk.IdOf(DeskStage.Intake)], named);
        Assert.False((await NameAsync(desk, DeskStage.Intake, made.CaseId, DeskStage.Deputy)).Ok);
    }

    private static SubmitEnquiryInput Connected(DeskStage desk, string withWhom) =>
        desk.Input() with
        {
            Connected = true,
            ConnectionWithWhom = withWhom,
        };

    private static void Ok(Result result) => Assert.True(result.Ok, result.Reasons);

    private static Task<Deadline> OpenAsync(DeskStage desk, Guid caseId, string by, Role meant) =>
        desk.AsAsync(
            by,
            async (s, actor) =>
            {
                var opened = await s.GetRequiredService<DeadlineBook>()
                    .OpenAsync(
                        desk.Council.Id,
                        caseId,
                        caseId,
                        DeadlineRules.DecisionToAssess,
                        new(2026, 5, 14),
                        meant,
                        default
                    );
                await s.GetRequiredService<FosterDb>().SaveChangesAsync();
                return opened;
            }
        );

    /// <summary>As the applicant does it, at whatever stage.</summary>
    private static Task<int> RestrictAsync(DeskStage desk, Guid caseId, string withWhom) =>
        desk.AsHolderAsync(
            caseId,
            async (s, actor) =>
            {
                var db = s.GetRequiredService<FosterDb>();
                var found = await db.Set<Case>().SingleAsync(c => c.Id == caseId);
                await s.GetRequiredService<RestrictCase>()
                    .RunAsync(new(found, "Said later", [withWhom]), actor, default);
                return await db.SaveChangesAsync();
            }
        );

    private static Task<List<string>> HoldersAsync(DeskStage desk, Guid caseId) =>
        desk.ReadAsync(async db =>
            (
                await db.Set<Deadline>()
                    .Where(d => d.CaseId == caseId)
                    .Select(d => d.HolderRole + " for " + d.MeantFor)
                    .ToListAsync()
            )
                .Order(StringComparer.Ordinal)
                .ToList()
        );

    private static Task<int> WorkAsync(DeskStage desk, string name, Guid caseId) =>
        desk.AsAsync(
            name,
            async (s, actor) =>
            {
                var work = s.GetRequiredService<WorkReads>();
                var count = 0;
                foreach (var part in Enum.GetValues<WorkPart>().Where(p => p != WorkPart.Waiting))
                    count += (await work.PageAsync(part, actor, null, 25, default)).Items.Count(i =>
                        i.CaseId == caseId
                    );
                return count;
            }
        );

    private static Task<IReadOnlyList<UnheldCase>> UnheldAsync(DeskStage desk) =>
        desk.AsAsync(
            DeskStage.Administrator,
            async (s, actor) =>
                (await s.GetRequiredService<UnheldReads>().PageAsync(null, default)).Items
        );

    private static Task<Result> HoldAsync(
        DeskStage desk,
        Guid caseId,
        string whom,
        string by = DeskStage.Administrator
    ) =>
        desk.AsAsync(
            by,
            (s, actor) =>
                s.GetRequiredService<NameHolder>()
                    .RunAsync(new(caseId, desk.IdOf(whom)), actor, default)
        );

    private static Task<Result> NameAsync(DeskStage desk, string by, Guid caseId, string whom) =>
        desk.AsAsync(
            by,
            (s, actor) =>
                s.GetRequiredService<NamePerson>()
                    .RunAsync(new(caseId, desk.IdOf(whom), "To decide"), actor, default)
        );

    public sealed class OnSqlite(SqliteHost on) : HeldCaseTests(on), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost on)
        : HeldCaseTests(on),
            IClassFixture<PostgresHost>;
}
