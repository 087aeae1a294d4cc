using Foster.TestKit;
using Foster.Tests.Applications;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Assessment;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Assessment;

/// <summary>What people do about a referee, as steps for the tests of references.</summary>
internal sealed class ReferenceSteps(FosterHost host)
{
    /// <summary>An application that was sent, and assessed where wanted; and the referee Ruth with an address of her own.</summary>
    public async Task<(ApplicationStage Stage, Guid Ruth)> AssessedAsync(
        bool consent = true,
        bool assess = true
    )
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await new ApplicationStage(host).ReadyAsync();
        Ok(await stage.SendAsync(0));
        Ok(await stage.SendAsync(1));
        var assessor = await stage.ReadAsync(async db =>
        {
            var account = await db.Set<RoleAssignment>()
                .Where(r => r.CouncilId == stage.Council && r.Role == Role.Assessor)
                .Select(r => r.AccountId)
                .SingleAsync();
            await db.Set<WorkerProfile>()
                .Where(w => w.AccountId == account)
                .ExecuteUpdateAsync(w => w.SetProperty(x => x.IsQualifiedAssessor, true));
            if (!consent)
                await db.Set<Consent>()
                    .Where(c => c.CaseId == stage.Case && c.CheckKey == "CHK-13")
                    .ExecuteUpdateAsync(c =>
                        c.SetProperty(x => x.WithdrawnAt, host.Clock.GetUtcNow().UtcDateTime)
                    );
            return account;
        });
        if (assess)
            Ok(
                await stage.AsStaffAsync(
                    Role.TeamManager,
                    (s, a) =>
                        s.GetRequiredService<DecideToAssess>()
                            .RunAsync(
                                new(
                                    stage.Case,
                                    host.Clock.Today,
                                    "Everything speaks for an assessment.",
                                    assessor,
                                    true
                                ),
                                a,
                                default
                            )
                )
            );
        else
            await stage.AllocateAsync();
        var ruth = await stage.ReadAsync(async db =>
        {
            var id = await db.Set<Referee>()
                .Where(r => r.CaseId == stage.Case && r.Name == "Ruth Demo-Speak")
                .Select(r => r.Id)
                .SingleAsync();
            await db.Set<Referee>()
                .Where(r => r.Id == id)
                .ExecuteUpdateAsync(r =>
                    r.SetProperty(x => x.Email, $"ruth-{id:N}@foster.example")
                );
            return id;
        });
        return (stage, ruth);
    }

    public Task<Result> AskingAsync(ApplicationStage stage, Guid referee, RefereeRoute route) =>
        stage.AsStaffAsync(
            Role.Assessor,
            (s, a) =>
                s.GetRequiredService<AskReferee>()
                    .RunAsync(new(referee, route, host.Clock.Today, null), a, default)
        );

    /// <returns>The path of the link in the message.</returns>
    public async Task<string> AskAsync(ApplicationStage stage, Guid referee)
    {
        Ok(await AskingAsync(stage, referee, RefereeRoute.Email));
        var mails = await host.Mail.WaitAsync(1, m => m.IsFor($"ruth-{referee:N}@foster.example"));
        Assert.DoesNotContain("Robin", mails[0].Text);
        return mails[0].Link("/reference/").AbsolutePath;
    }

    public static async Task<HtmlPage> WriteAsync(HtmlPage page, string? text, bool whole = false)
    {
        var form = page.Form();
        if (text is not null)
            form.Fill("answer", text);
        if (whole)
            form.Check("All of this answer is confidential");
        return await form.SubmitAsync("Save and continue");
    }

    public static Task<Result> ReplaceAsync(
        ApplicationStage stage,
        Guid referee,
        AddRefereeInput by
    ) =>
        stage.AsAsync<ReplaceReferee, Result>(
            0,
            (op, a) => op.RunAsync(new(referee, by), a, default)
        );

    public static Task<Result> LostAsync(ApplicationStage stage, Guid referee, string reason) =>
        stage.AsStaffAsync(
            Role.Assessor,
            (s, a) =>
                s.GetRequiredService<RecordRefereeLost>()
                    .RunAsync(new(referee, false, reason), a, default)
        );

    public Task<Result> AsRefereeAsync(
        ApplicationStage stage,
        Func<IServiceProvider, Actor, Task<Result>> act
    ) =>
        host.InScopeAsync(s =>
            act(
                s,
                s.GetRequiredService<ActorSource>().Holder(stage.Council, stage.Case, "Ruth", null)
            )
        );

    public static Task<Referee> RefereeAsync(ApplicationStage stage, Guid referee) =>
        stage.ReadAsync(db => db.Set<Referee>().SingleAsync(r => r.Id == referee));

    public static Task<List<Deadline>> ChasesAsync(ApplicationStage stage, Guid referee) =>
        stage.ReadAsync(db => db.Set<Deadline>().Where(d => d.SubjectId == referee).ToListAsync());

    public static void Ok(Result result) => Assert.True(result.Ok, result.Reasons);
}
