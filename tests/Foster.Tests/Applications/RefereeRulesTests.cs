using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Foster.Tests.Applications;

/// <summary>R-VAL-03 and R-REF-04: distinct people who are not of the household, however they are written.</summary>
public abstract class RefereeRulesTests(FosterHost host)
{
    private static readonly AddRefereeInput Rosa = ApplicationStage.Referee("Rosa Demo-Other");

    [Fact]
    public async Task R_REF_04_and_R_VAL_03_nobody_is_reached_where_the_household_or_another_referee_is()
    {
        var stage = await new ApplicationStage(host).ReadyAsync();

        var own = await AddAsync(stage, Rosa with { Email = stage.Email.ToUpperInvariant() });
        var telephone = await AddAsync(stage, Rosa with { Telephone = "0151 496 0900" });
        var other = await AddAsync(
            stage,
            Rosa with
            {
                Email = ApplicationStage.Referee("Ruth Demo-Speak").Email,
            }
        );

        Assert.Equal(("R-REF-04", "email"), Only(own));
        Assert.Equal(("R-REF-04", "telephone"), Only(telephone));
        Assert.Equal(("R-VAL-03", "email"), Only(other));
        var changed = await ChangeAsync(stage, "Ruth Demo-Speak", stage.Email);
        Assert.Equal(("R-REF-04", "email"), Only(changed));
        Assert.True((await AddAsync(stage, Rosa with { Telephone = "0151 496 0901" })).Ok);
    }

    [Fact]
    public async Task R_REF_04_a_father_of_the_same_name_can_be_named_once_it_is_said_that_he_is_another()
    {
        var stage = await new ApplicationStage(host).ReadyAsync();
        var father = ApplicationStage.Referee("Alex Demo-Apply") with { Kind = RefereeKind.Family };

        var refused = await AddAsync(stage, father);
        var named = await AddAsync(stage, father with { SharesName = true });

        Assert.Equal(("R-REF-04", "name"), Only(refused));
        Assert.Contains("another person of the same name", refused.Reasons);
        Assert.True(named.Ok, named.Reasons);
        Assert.True(
            await stage.ReadAsync(db =>
                db.Set<Referee>()
                    .Where(r => r.CaseId == stage.Case && r.Name == father.Name)
                    .Select(r => r.SharesName)
                    .SingleAsync()
            )
        );
        Assert.True((await stage.SendAsync(0)).Ok);
    }

    private static Task<Result> AddAsync(ApplicationStage stage, AddRefereeInput input) =>
        stage.AsAsync<AddReferee, Result>(0, (op, actor) => op.RunAsync(input, actor, default));

    private static async Task<Result> ChangeAsync(ApplicationStage stage, string name, string email)
    {
        var id = await stage.ReadAsync(db =>
            db.Set<Referee>()
                .Where(r => r.CaseId == stage.Case && r.Name == name)
                .Select(r => r.Id)
                .SingleAsync()
        );
        return await stage.AsAsync<ChangeReferee, Result>(
            0,
            (op, actor) =>
                op.RunAsync(
                    new(id, ApplicationStage.Referee(name) with { Email = email }),
                    actor,
                    default
                )
        );
    }

    private static (string?, string?) Only(Result result)
    {
        var refusal = Assert.Single(result.Refusals);
        return (refusal.RuleId, refusal.Field);
    }

    public sealed class OnSqlite(SqliteHost host)
        : RefereeRulesTests(host),
            IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : RefereeRulesTests(host),
            IClassFixture<PostgresHost>;
}
