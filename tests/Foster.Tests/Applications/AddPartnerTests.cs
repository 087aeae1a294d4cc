using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Applications;

/// <summary>R-APP-06: somebody who was going to apply alone applies with a partner after all.</summary>
public abstract class AddPartnerTests(FosterHost host)
{
    private static readonly NewPerson Alex = new(
        "Alex",
        "Demo-Late",
        new(1986, 3, 4),
        "alex.late@foster.example",
        null
    );

    [Fact]
    public async Task Staff_add_a_partner_who_fills_in_a_part_of_their_own()
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await new ApplicationStage(host).ReadyAsync(1);

        Ok(await AddAsync(stage, Role.RecruitmentOfficer, Alex));

        var facts = await stage.AsStaffAsync(
            Role.TeamManager,
            (s, _) => s.GetRequiredService<ApplyReads>().OfCaseAsync(stage.Case, default)
        );
        Assert.True(facts!.IsJoint);
        var partner = facts.Applicants[1];
        Assert.Equal(("Alex Demo-Late", 2), (partner.Person.FullName, partner.Part.Position));
        Assert.Equal(host.Clock.Today, partner.Part.InvitedOn);
        Assert.Equal("CH41 1AA", Assert.Single(partner.Addresses).Postcode);
        Assert.Equal(
            1,
            await stage.ReadAsync(db =>
                db.Set<OutboxMessage>()
                    .CountAsync(m =>
                        m.CaseId == stage.Case && m.Recipient == "alex.late@foster.example"
                    )
            )
        );
        // One part alone is not received now (R-APP-02).
        Ok(await stage.SendAsync(0));
        Assert.Equal(ApplicationState.Draft, (await stage.ApplicationAsync()).State);
        RefusedBy(await AddAsync(stage, Role.TeamManager, Alex), "R-VAL-01");
    }

    [Fact]
    public async Task Nobody_is_added_by_others_under_age_twice_or_after_sending()
    {
        host.Clock.Set("2026-05-15 10:00");
        var other = await new ApplicationStage(host).ReadyAsync(1);
        var stage = await new ApplicationStage(host).ReadyAsync(1);

        Assert.False((await AddAsync(stage, Role.Assessor, Alex)).Ok);
        RefusedBy(
            await AddAsync(stage, Role.TeamManager, Alex with { DateOfBirth = new(2010, 1, 1) }),
            "R-ELIG-01"
        );
        var known = (
            await stage.AsStaffAsync(
                Role.TeamManager,
                (s, _) => s.GetRequiredService<CaseReads>().ApplicantsAsync(stage.Case, default)
            )
        )[0];
        RefusedBy(
            await AddAsync(
                stage,
                Role.TeamManager,
                Alex with
                {
                    GivenName = known.GivenName,
                    FamilyName = known.FamilyName,
                    DateOfBirth = known.DateOfBirth,
                }
            ),
            "R-VAL-09"
        );
        Ok(await stage.SendAsync(0));
        RefusedBy(await AddAsync(stage, Role.TeamManager, Alex), "T-APP-01");
        Ok(await AddAsync(other, Role.TeamManager, Alex with { DateOfBirth = new(1979, 1, 1) }));
    }

    [Fact]
    public async Task Somebody_who_lives_there_already_becomes_the_partner()
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await new ApplicationStage(host).ReadyAsync(1);
        await stage.DoneAsync<SaveHouseholdMember>(
            0,
            (op, actor) =>
                op.RunAsync(
                    new(null, "Alex", "Demo-Late", new(1986, 3, 4), "friend"),
                    actor,
                    default
                )
        );

        Ok(await AddAsync(stage, Role.TeamManager, Alex));

        var people = await stage.AsStaffAsync(
            Role.TeamManager,
            (s, _) => s.GetRequiredService<CaseReads>().PeopleAsync(stage.Case, default)
        );
        Assert.Equal([true, true], people.Select(p => p.IsApplicant));
        Assert.Equal("Alex", people[1].GivenName);
    }

    private static Task<Result> AddAsync(ApplicationStage stage, Role by, NewPerson who) =>
        stage.AsStaffAsync(
            by,
            (s, actor) =>
                s.GetRequiredService<AddPartner>().RunAsync(new(stage.Case, who), actor, default)
        );

    private static void Ok(Result result) => Assert.True(result.Ok, result.Reasons);

    private static void RefusedBy(Result result, string rule) =>
        Assert.Contains(result.Refusals, r => r.RuleId == rule);

    public sealed class OnSqlite(SqliteHost on) : AddPartnerTests(on), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost on)
        : AddPartnerTests(on),
            IClassFixture<PostgresHost>;
}
