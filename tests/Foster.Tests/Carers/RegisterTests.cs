using Foster.TestKit;
using Foster.Web.Features.Carers;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Carers;

/// <summary>The register is append-only (R-REG-03), and everybody sees only what is theirs.</summary>
public abstract class RegisterTests(FosterHost host)
{
    private const string Why = "The house number was written down wrongly.";

    [Fact]
    public async Task R_REG_03_a_correction_is_a_further_row_with_a_reason()
    {
        var stage = await new CarerStage(host).ApproveAsync(carers: 1);
        var wrong = (await Rows(stage)).Single();

        var corrected = await Correct(stage, Role.PanelAdviser, wrong, address: "4 Example Road");

        var rows = await Rows(stage);
        Assert.Equal(2, rows.Count);
        Assert.Equal(wrong.Address, rows.Single(r => r.Id == wrong.Id).Address);
        var right = rows.Single(r => r.Id == corrected.Value);
        Assert.Equal(
            ("4 Example Road", (Guid?)wrong.Id, Why),
            (right.Address, right.ReplacesId, right.Reason)
        );
        Assert.Equal((wrong.Terms, wrong.ApprovedOn), (right.Terms, right.ApprovedOn));
    }

    [Fact]
    public async Task A_row_is_corrected_once_and_then_its_successor()
    {
        var stage = await new CarerStage(host).ApproveAsync(carers: 1);
        var wrong = (await Rows(stage)).Single();
        await Correct(stage, Role.TeamManager, wrong, address: "4 Example Road");

        var again = await Correct(stage, Role.TeamManager, wrong, address: "5 Example Road");

        Assert.Contains("corrected already", again.Reasons);
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_correction_is_said_at_once()
    {
        var stage = await new CarerStage(host).ApproveAsync(carers: 1);
        var row = (await Rows(stage)).Single();

        var refused = await Correct(stage, Role.DecisionMaker, row, reason: "Typo");

        Assert.Equal(["R-REG-03", "R-VAL-06", "R-REG-03"], refused.Refusals.Select(r => r.RuleId));
        Assert.Single(await Rows(stage));
    }

    [Fact]
    public async Task A_row_of_the_register_is_never_changed_in_place()
    {
        var stage = await new CarerStage(host).ApproveAsync(carers: 1);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            stage.ReadAsync(async db =>
            {
                db.Remove(await db.Set<RegisterEntry>().FirstAsync(r => r.CaseId == stage.Case));
                return await db.SaveChangesAsync();
            })
        );
    }

    [Fact]
    public async Task A_supervisor_sees_the_carers_they_hold_and_the_manager_all()
    {
        var stage = await new CarerStage(host).ApproveAsync();

        Assert.Equal(2, (await List(stage, Role.TeamManager)).Count);
        Assert.Empty(await List(stage, Role.SupervisingSocialWorker));
        await stage.AsAsync(
            Role.TeamManager,
            (s, actor) =>
                s.GetRequiredService<NameSupervisor>()
                    .RunAsync(
                        new(stage.Case, stage.Staff[Role.SupervisingSocialWorker]),
                        actor,
                        default
                    )
        );

        var held = await List(stage, Role.SupervisingSocialWorker);
        Assert.Equal(["Alex Demo-Carer", "Robin Demo-Carer"], held.Select(l => l.Name));
        Assert.All(held, l => Assert.Equal("Demo SupervisingSocialWorker", l.Supervisor));
    }

    [Fact]
    public async Task The_list_goes_on_after_a_carer_and_filters_by_state_and_by_name_without_accents()
    {
        var stage = await new CarerStage(host).ApproveAsync();
        var all = await List(stage, Role.TeamManager);

        var rest = await List(
            stage,
            Role.TeamManager,
            new(null, null, null, After: all[0].ApprovalId)
        );
        var active = await List(
            stage,
            Role.TeamManager,
            new(ApprovalState.Active, null, null, null)
        );
        var found = await List(stage, Role.TeamManager, new(null, null, "RÓBIN", null));

        Assert.Equal(["Robin Demo-Carer"], rest.Select(l => l.Name));
        Assert.Empty(active);
        Assert.Equal(["Robin Demo-Carer"], found.Select(l => l.Name));
        Assert.Equal(all[0].ApprovedOn.AddMonths(10), all[0].ReviewBy);
    }

    [Fact]
    public async Task Another_council_finds_none_of_it()
    {
        var stage = await new CarerStage(host).ApproveAsync();
        var other = await new CarerStage(host).ApproveAsync();

        Assert.DoesNotContain(await List(other, Role.TeamManager), l => l.CaseId == stage.Case);
        Assert.Null(
            await other.AsAsync(
                Role.TeamManager,
                (s, _) => s.GetRequiredService<CarerReads>().FindAsync(stage.Case, default)
            )
        );
    }

    [Fact]
    public async Task R_SOD_11_a_carer_sees_own_dates_and_never_an_unannounced_visit()
    {
        host.Clock.Set("2026-03-16 10:00");
        var stage = await new CarerStage(host).ApproveAsync();

        var dates = await stage.AsCarerAsync(
            0,
            async (s, actor) =>
            {
                var reads = s.GetRequiredService<CarerReads>();
                var household = await reads.FindAsync(stage.Case, default);
                return await reads.DatesForCarerAsync(household!, actor.PersonId!.Value, default);
            }
        );

        Assert.Equal(
            [
                DeadlineRules.SupervisorNamed.Key,
                DeadlineRules.AgreementSigned.Key,
                DeadlineRules.FirstReviewMeeting.Key,
                DeadlineRules.FirstReviewDecision.Key,
                DeadlineRules.TrainingStandards.Key,
            ],
            dates.OrderBy(d => d.DueOn).ThenByDescending(d => d.LineKey).Select(d => d.LineKey)
        );
        Assert.All(
            dates,
            d =>
                Assert.DoesNotContain(
                    "unannounced",
                    d.Why + d.Title,
                    StringComparison.OrdinalIgnoreCase
                )
        );
    }

    private static Task<Result<Guid>> Correct(
        CarerStage stage,
        Role role,
        RegisterEntry row,
        string? address = null,
        string reason = Why
    ) =>
        stage.AsAsync(
            role,
            (s, actor) =>
                s.GetRequiredService<CorrectRegister>()
                    .RunAsync(
                        new(
                            row.Id,
                            row.Name,
                            address ?? row.Address,
                            row.DateOfBirth,
                            row.Sex,
                            reason
                        ),
                        actor,
                        default
                    )
        );

    private static Task<List<RegisterEntry>> Rows(CarerStage stage) =>
        stage.ReadAsync(db =>
            db.Set<RegisterEntry>().AsNoTracking().Where(r => r.CaseId == stage.Case).ToListAsync()
        );

    private static Task<IReadOnlyList<RegisterLine>> List(
        CarerStage stage,
        Role role,
        RegisterFilter? filter = null
    ) =>
        stage.AsAsync(
            role,
            (s, _) =>
                s.GetRequiredService<RegisterReads>()
                    .ListAsync(filter ?? new(null, null, null, null), default)
        );

    public sealed class OnSqlite(SqliteHost on) : RegisterTests(on), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost on)
        : RegisterTests(on),
            IClassFixture<PostgresHost>;
}
