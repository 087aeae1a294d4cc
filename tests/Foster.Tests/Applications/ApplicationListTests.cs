using System.Net;
using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Applications;

/// <summary>What staff see of applications: those in their reach, by what is due next.</summary>
public abstract class ApplicationListTests(FosterHost host)
{
    [Fact]
    public async Task Every_application_is_on_exactly_one_page_and_what_is_due_first_comes_first()
    {
        var stage = await new ApplicationStage(host).ReadyAsync(1);
        Assert.True((await stage.SendAsync(0)).Ok);
        await MoreAsync(stage, 2 * ApplicationReads.PageSize);

        var seen = new List<ApplicationLine>();
        string? after = null;
        do
        {
            var page = await ListAsync(stage, Role.RecruitmentOfficer, null, null, after);
            seen.AddRange(page.Lines);
            after = page.Next;
        } while (after is not null);

        Assert.Equal((2 * ApplicationReads.PageSize) + 1, seen.Count);
        Assert.Equal(seen.Count, seen.Select(l => l.CaseId).Distinct().Count());
        Assert.Equal(stage.Case, seen[0].CaseId);
    }

    [Fact]
    public async Task Filters_find_by_name_without_accents_by_reference_and_by_state()
    {
        var stage = await new ApplicationStage(host).ReadyAsync(1);
        await MoreAsync(stage, 1, "Zoë");

        Assert.Single((await ListAsync(stage, Role.TeamManager, null, "zoe", null)).Lines);
        Assert.Equal(
            stage.Case,
            Assert
                .Single(
                    (
                        await ListAsync(
                            stage,
                            Role.TeamManager,
                            null,
                            stage.Reference.ToLowerInvariant(),
                            null
                        )
                    ).Lines
                )
                .CaseId
        );
        Assert.Empty(
            (await ListAsync(stage, Role.TeamManager, ApplicationState.Approved, null, null)).Lines
        );
        Assert.Equal(
            2,
            (await ListAsync(stage, Role.TeamManager, null, null, "nonsense")).Lines.Count
        );
    }

    [Fact]
    public async Task An_assessor_sees_only_the_cases_they_hold()
    {
        var stage = await new ApplicationStage(host).ReadyAsync(1);

        Assert.Empty((await ListAsync(stage, Role.Assessor, null, null, null)).Lines);
        await stage.AllocateAsync();

        Assert.Single((await ListAsync(stage, Role.Assessor, null, null, null)).Lines);
    }

    [Fact]
    public async Task The_case_page_gets_facts_and_only_the_actions_of_this_role_in_this_state()
    {
        var stage = await new ApplicationStage(host).ReadyAsync(1);
        await stage.AllocateAsync();

        var draft = await SectionAsync(stage, Role.RecruitmentOfficer);
        var forAssessor = await SectionAsync(stage, Role.Assessor);
        Assert.True((await stage.SendAsync(0)).Ok);
        var sent = await SectionAsync(stage, Role.RecruitmentOfficer);

        Assert.Equal(
            [
                "Send an invitation again",
                "Tell them what is missing",
                "Add a partner",
                "Record that they withdraw",
            ],
            draft!.Actions.Select(a => a.Text)
        );
        Assert.Contains(
            forAssessor!.Actions,
            a => a.Href.EndsWith("/withdraw", StringComparison.Ordinal)
        );
        Assert.Empty(sent!.Actions);
        Assert.Contains(sent.Facts, f => f.Label.Contains("R-APP-01", StringComparison.Ordinal));
        Assert.Equal("Received and waiting for the decision to assess", sent.Status);
    }

    [Fact]
    public async Task The_pages_of_staff_work_and_stay_within_the_council()
    {
        var stage = await new ApplicationStage(host).ReadyAsync(2);
        var other = await new ApplicationStage(host).InviteAsync(1);
        using var demo = host.Visitor();
        await demo.GetAsync($"/sign-in");

        var own = await stage.AsStaffAsync(
            Role.TeamManager,
            (services, _) =>
                services.GetRequiredService<ApplyReads>().OfCaseAsync(stage.Case, default)
        );
        var foreign = await other.AsStaffAsync(
            Role.TeamManager,
            (services, _) =>
                services.GetRequiredService<ApplyReads>().OfCaseAsync(stage.Case, default)
        );
        var visitor = await demo.GetAsync($"/staff/applications/{stage.Case}");

        Assert.Equal(2, own!.Applicants.Count);
        Assert.Null(foreign);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.StartsWith("/sign-in", visitor.Path, StringComparison.Ordinal);
    }

    private static Task<ApplicationPage> ListAsync(
        ApplicationStage stage,
        Role role,
        ApplicationState? state,
        string? text,
        string? after
    ) =>
        stage.AsStaffAsync(
            role,
            (services, _) =>
                services
                    .GetRequiredService<ApplicationReads>()
                    .ListAsync(state, text, after, default)
        );

    private static Task<CaseSection?> SectionAsync(ApplicationStage stage, Role role) =>
        stage.AsStaffAsync(
            role,
            (services, actor) =>
                services
                    .GetServices<ICaseSection>()
                    .Single(s => s is ApplicationSection)
                    .ForAsync(stage.Case, actor, default)
        );

    private Task<int> MoreAsync(ApplicationStage stage, int count, string name = "Kim") =>
        stage.AsStaffAsync(
            Role.TeamManager,
            async (services, actor) =>
            {
                var db = services.GetRequiredService<FosterDb>();
                for (var i = 0; i < count; i++)
                {
                    var opened = await services
                        .GetRequiredService<OpenCase>()
                        .RunAsync(
                            new(
                                stage.Council,
                                [new NewPerson(name, "Demo-List", null, null, null)],
                                [],
                                null,
                                host.Clock.Today
                            ),
                            actor,
                            default
                        );
                    db.Add(
                        new Application
                        {
                            CouncilId = stage.Council,
                            CaseId = opened.Case.Id,
                            CreatedOn = host.Clock.Today,
                        }
                    );
                }
                return await db.SaveChangesAsync();
            }
        );

    public sealed class OnSqlite(SqliteHost host)
        : ApplicationListTests(host),
            IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : ApplicationListTests(host),
            IClassFixture<PostgresHost>;
}
