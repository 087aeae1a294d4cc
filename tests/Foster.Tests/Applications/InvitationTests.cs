using System.Net;
using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Applications;

/// <summary>R-DP-18: an account is made by a link to the address on record, and by nothing else.</summary>
public abstract class InvitationTests(FosterHost host)
{
    [Fact]
    public async Task Two_applicants_who_share_an_e_mail_address_make_two_accounts()
    {
        var stage = await new ApplicationStage(host).InviteAsync();

        Assert.True((await stage.AcceptAsync(0, name: stage.Email)).Ok);
        var same = await stage.AcceptAsync(1, name: stage.Email);
        var own = await stage.AcceptAsync(1);

        Assert.Equal("sign-in-name", Assert.Single(same.Refusals).Field);
        Assert.True(own.Ok, own.Reasons);
        Assert.Equal(
            2,
            await stage.ReadAsync(db =>
                db.Set<AccountLink>().CountAsync(l => stage.People.Contains(l.PersonId))
            )
        );
    }

    [Fact]
    public async Task A_link_works_once()
    {
        var stage = await new ApplicationStage(host).InviteAsync(1);
        var secret = await stage.FreshSecretAsync(0);

        Assert.True((await stage.AcceptAsync(0, secret)).Ok);
        Assert.False((await stage.AcceptAsync(0, secret, "another-name")).Ok);
    }

    [Fact]
    public async Task A_link_works_for_28_days_and_then_says_why_it_does_not()
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await new ApplicationStage(host).InviteAsync(1);
        var secret = await stage.FreshSecretAsync(0);
        using var visitor = host.Visitor();

        host.Clock.Set("2026-06-12 09:59");
        var live = await visitor.GetAsync($"/invitation/{secret}");
        host.Clock.Set("2026-06-12 10:01");
        var over = await visitor.GetAsync($"/invitation/{secret}");
        var unknown = await visitor.GetAsync("/invitation/" + new string('0', 40));

        Assert.Equal("You are invited to apply", live.Heading);
        Assert.Contains(stage.Reference, live.Text);
        Assert.Equal(HttpStatusCode.Gone, over.Status);
        Assert.Equal("This link cannot be used any more", over.Heading);
        Assert.DoesNotContain("Robin", over.Text);
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        host.Clock.Set("2026-05-15 10:00");
    }

    [Fact]
    public async Task An_old_link_asks_for_a_new_one_with_the_same_words_whether_or_not_it_is_sent()
    {
        host.Clock.Set("2026-05-15 10:00");
        var expired = await new ApplicationStage(host).InviteAsync(1);
        var old = await expired.FreshSecretAsync(0);
        await expired.FreshSecretAsync(0);
        var ended = await new ApplicationStage(host).InviteAsync(1);
        var useless = await ended.FreshSecretAsync(0);
        Assert.True((await ended.AcceptAsync(0, useless)).Ok);
        await ended.DoneAsync<WithdrawApplication>(
            0,
            (op, actor) =>
                op.RunAsync(new(ended.Case, "AW3", "We move", host.Clock.Today), actor, default)
        );
        host.Clock.Set("2026-05-15 11:00");
        var before = await PostedAsync(expired);
        var beforeEnded = await PostedAsync(ended);
        using var visitor = host.Visitor();

        var first = await (await visitor.GetAsync($"/invitation/{old}"))
            .Form()
            .SubmitAsync("Send me a new link");
        var second = await (await visitor.GetAsync($"/invitation/{useless}"))
            .Form()
            .SubmitAsync("Send me a new link");

        Assert.NotNull(first.Notification);
        Assert.Equal(first.Notification, second.Notification);
        Assert.Equal(before + 1, await PostedAsync(expired));
        Assert.Equal(beforeEnded, await PostedAsync(ended));
    }

    [Theory]
    [InlineData("short", false)]
    [InlineData("password1234", false)]
    [InlineData("democouncil2026", false)]
    [InlineData("Robin-Demo-Apply-1", false)]
    [InlineData("three quiet otters", true)]
    public async Task Passwords_are_long_and_not_obvious(string password, bool taken)
    {
        var stage = await new ApplicationStage(host).InviteAsync(1);
        var secret = await stage.FreshSecretAsync(0);
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/invitation/{secret}");

        var next = await page.Form()
            .Fill("Sign-in name", stage.SignInName(0))
            .Fill("Password", password)
            .SubmitAsync("Make my account");

        Assert.Equal(taken, next.Path == "/apply");
        Assert.Equal(taken, next.ErrorSummary.Count == 0);
    }

    [Fact]
    public async Task Staff_send_an_invitation_again_also_to_somebody_who_had_no_address()
    {
        var stage = await new ApplicationStage(host).InviteAsync(1, email: null);
        var without = await ResendAsync(stage, Role.RecruitmentOfficer, null);
        var with = await ResendAsync(stage, Role.RecruitmentOfficer, "new@foster.example");
        var wrong = await ResendAsync(stage, Role.Assessor, "new@foster.example");

        Assert.Equal("email", Assert.Single(without.Refusals).Field);
        Assert.True(with.Ok, with.Reasons);
        Assert.False(wrong.Ok);
    }

    [Fact]
    public async Task R_VAL_09_a_second_invitation_opens_no_second_application()
    {
        var stage = await new ApplicationStage(host).InviteAsync(1);

        await stage.AsStaffAsync(
            Role.TeamManager,
            async (services, actor) =>
            {
                await services
                    .GetRequiredService<HandOver>()
                    .PublishAsync(
                        new InvitedToApply(stage.Case, Guid.NewGuid(), host.Clock.Today),
                        actor,
                        default
                    );
                return await services.GetRequiredService<FosterDb>().SaveChangesAsync();
            }
        );

        Assert.Equal(
            1,
            await stage.ReadAsync(db =>
                db.Set<Application>().CountAsync(a => a.CaseId == stage.Case)
            )
        );
        Assert.True(
            await stage.ReadAsync(db =>
                db.Set<HistoryEntry>()
                    .AnyAsync(h => h.CaseId == stage.Case && h.Kind == "application.not-opened")
            )
        );
    }

    [Fact]
    public async Task R_DP_18_the_partners_invitation_goes_to_the_address_on_record_and_not_at_every_press()
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await new ApplicationStage(host).InviteAsync();
        Assert.True((await stage.AcceptAsync(0)).Ok);

        var early = await InviteAsync(stage, stage.Email);
        host.Clock.Advance(TimeSpan.FromMinutes(11));
        var own = await InviteAsync(stage, "robin-alone@foster.example");
        var first = await InviteAsync(stage, stage.Email);
        var again = await InviteAsync(stage, stage.Email);

        Assert.Contains("in 10 minutes", Assert.Single(early.Refusals).Reason);
        Assert.Equal("R-DP-18", Assert.Single(own.Refusals).RuleId);
        Assert.Contains("call us", own.Reasons);
        Assert.True(first.Ok, first.Reasons);
        Assert.False(again.Ok);
        Assert.Equal(
            stage.Email,
            await stage.ReadAsync(db =>
                db.Set<Person>()
                    .Where(p => p.Id == stage.People[1])
                    .Select(p => p.Email)
                    .SingleAsync()
            )
        );
        host.Clock.Advance(TimeSpan.FromMinutes(11));
        using var robin = await stage.VisitorAsync(0);
        var page = await robin.GetAsync("/apply/partner");
        Assert.Contains($"The invitation goes to {stage.Email}", page.Text);
        page = await page.Form().SubmitAsync("Send the invitation");
        Assert.Contains("on its way", page.Notification);
    }

    private static Task<Result> InviteAsync(ApplicationStage stage, string email) =>
        stage.AsAsync<InvitePartner, Result>(
            0,
            (op, actor) => op.RunAsync(new(email), actor, default)
        );

    private static Task<Result> ResendAsync(ApplicationStage stage, Role role, string? email) =>
        stage.AsStaffAsync(
            role,
            (services, actor) =>
                services
                    .GetRequiredService<ResendInvitation>()
                    .RunAsync(new(stage.Case, stage.People[0], email), actor, default)
        );

    private static Task<int> PostedAsync(ApplicationStage stage) =>
        stage.ReadAsync(db => db.Set<OutboxMessage>().CountAsync(m => m.CaseId == stage.Case));

    public sealed class OnSqlite(SqliteHost host)
        : InvitationTests(host),
            IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : InvitationTests(host),
            IClassFixture<PostgresHost>;
}
