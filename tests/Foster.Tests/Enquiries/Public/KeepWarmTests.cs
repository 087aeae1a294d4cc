using System.Text.RegularExpressions;
using Foster.TestKit;
using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Enquiries.Public;

/// <summary>People who are not ready (M-HUB-10, R-REC-06).</summary>
public abstract partial class KeepWarmTests(FosterHost host)
{
    [Fact]
    public async Task M_HUB_10_somebody_is_asked_once_in_a_round_and_their_enquiry_is_joined()
    {
        host.Clock.Set("2026-05-15 10:00");
        using var visitor = host.Visitor();
        var address = Mailbox();
        await LeaveAsync(visitor, address, "August 2026");
        var kept = await OneAsync(address);
        Assert.Equal(KeepWarmState.Waiting, kept.State);
        Assert.Equal(KeepWarmConsent.Version, kept.ConsentVersion);
        Assert.Equal(KeepWarmConsent.Words, kept.ConsentWords);
        Assert.Single(await host.Mail.WaitForAsync(address));

        Assert.False((await AskAsync(kept)).Ok);
        host.Clock.Set("2026-08-03 10:00");
        Assert.True((await AskAsync(kept)).Ok);
        Assert.False((await AskAsync(kept)).Ok);
        var mails = await host.Mail.WaitForAsync(address, 2);
        var page = await visitor.GetAsync(LinkIn(mails[^1].Text));
        page = await page.Form()
            .Choose("Is it the right time now?", "I am ready. I would like to enquire now")
            .SubmitAsync("Send my answer");
        Assert.Equal("/enquire/name", page.Path);
        Assert.Equal("Orla", page.Form().Value("First name"));
        var walk = new EnquiryWalk(visitor);
        // By another address: the link alone joins them.
        Assert.Equal("/enquire/sent", (await walk.ResumeAsync()).Path);

        kept = await OneAsync(address);
        Assert.Equal(KeepWarmState.Enquired, kept.State);
        Assert.NotNull(kept.CaseId);
        Assert.NotNull(kept.ConsentEndedAt);
    }

    [Fact]
    public async Task Consent_ends_at_once_and_what_was_kept_goes_a_month_later()
    {
        host.Clock.Set("2026-05-15 10:00");
        using var visitor = host.Visitor();
        var address = Mailbox();
        await LeaveAsync(visitor, address, "June 2026");
        await LeaveAsync(visitor, address, "September 2026");
        Assert.Equal(new DateOnly(2026, 9, 1), (await OneAsync(address)).AskOn);
        var mail = (await host.Mail.WaitForAsync(address, 2))[0];

        var page = await visitor.GetAsync(LinkIn(mail.Text));
        page = await page.Form()
            .Choose("Is it the right time now?", "Stop. Do not ask me again")
            .SubmitAsync("Send my answer");

        Assert.Equal("We do not ask you again", page.Heading);
        var kept = await OneAsync(address);
        Assert.Equal(KeepWarmState.Stopped, kept.State);
        Assert.NotNull(kept.OverAt);
        Assert.False((await AskAsync(kept)).Ok);
        await SpentAsync("2026-06-13 10:00");
        Assert.Equal(1, await CountAsync(address));
        await SpentAsync("2026-06-15 10:00");
        Assert.Equal(0, await CountAsync(address));
    }

    [Fact]
    public async Task Without_agreement_nothing_is_kept_and_24_months_of_silence_end_it()
    {
        host.Clock.Set("2026-05-15 10:00");
        using var visitor = host.Visitor();
        var address = Mailbox();
        var page = await visitor.GetAsync("/can-i-foster/not-now");
        page = await page.Form().Fill("Email address", address).SubmitAsync("Ask me again");
        Assert.Equal(5, page.ErrorSummary.Count);
        Assert.Equal(address, page.Form().Value("Email address"));
        Assert.Equal(0, await CountAsync(address));

        await LeaveAsync(visitor, address, "June 2026");
        host.Clock.Set("2028-05-15 10:00");
        var kept = await OneAsync(address);
        Assert.True((await AskAsync(kept)).Ok);
        Assert.Equal(KeepWarmState.Lapsed, (await OneAsync(address)).State);
        host.Clock.Set("2026-05-15 10:00");
    }

    [Fact]
    public async Task M_HUB_10_not_yet_keeps_the_rhythm_and_is_a_sign_of_life()
    {
        host.Clock.Set("2026-05-15 10:00");
        using var visitor = host.Visitor();
        var address = Mailbox();
        await LeaveAsync(visitor, address, "August 2026");
        host.Clock.Set("2026-08-03 10:00");
        Assert.True((await AskAsync(await OneAsync(address))).Ok);
        var mail = (await host.Mail.WaitForAsync(address, 2)).Single(m =>
            m.Text.Contains("Is it the right time now?", StringComparison.Ordinal)
        );
        // So long we may wait for a word of theirs.
        Assert.Contains("until 15 May 2028", mail.Text, StringComparison.Ordinal);

        var page = await visitor.GetAsync(LinkIn(mail.Text));
        page = await page.Form()
            .Choose(
                "Is it the right time now?",
                "Not yet. Ask me again in November 2026, as agreed"
            )
            .SubmitAsync("Send my answer");

        Assert.Contains("3 August 2028", page.Text, StringComparison.Ordinal);
        var kept = await OneAsync(address);
        Assert.Equal(
            (KeepWarmState.Waiting, new DateOnly(2026, 11, 1), new DateOnly(2026, 8, 3)),
            (kept.State, kept.AskOn, kept.HeardOn)
        );
        page = await page.Form()
            .Choose("Is it the right time now?", "Not yet. Ask me at another time")
            .SubmitAsync("Send my answer");
        Assert.Equal(2, page.ErrorSummary.Count);
        page = await page.Form()
            .Fill("If at another time: in which month next?", "February 2027")
            .Choose("And how often from then on?", "Every 12 months")
            .SubmitAsync("Send my answer");
        kept = await OneAsync(address);
        Assert.Equal((new DateOnly(2027, 2, 1), AskEvery.TwelveMonths), (kept.AskOn, kept.Every));
        host.Clock.Set("2026-05-15 10:00");
    }

    [Fact]
    public void Every_act_is_for_those_it_is_for_and_only_while_they_agree()
    {
        foreach (var state in Enum.GetValues<KeepWarmState>())
        foreach (var verb in Enum.GetValues<KeepWarmVerb>())
        foreach (var role in Enum.GetValues<Role>())
        {
            var live = state is KeepWarmState.Waiting or KeepWarmState.Asked;
            var self = role is Role.Anyone or Role.LinkHolder;
            var staff = role is Role.RecruitmentOfficer or Role.TeamManager;
            var may =
                live
                && verb switch
                {
                    KeepWarmVerb.Ask or KeepWarmVerb.Lapse => role is Role.System,
                    KeepWarmVerb.Think or KeepWarmVerb.Later or KeepWarmVerb.Stop => self || staff,
                    _ => self || staff || role is Role.HubWorker or Role.System,
                };
            Assert.Equal(may, KeepWarmMachine.Table.Against(state, verb, role).Count == 0);
        }
    }

    private static async Task LeaveAsync(HtmlVisitor visitor, string address, string month)
    {
        var form = (await visitor.GetAsync("/can-i-foster/not-now"))
            .Form()
            .Fill("First name", "Orla")
            .Fill("Email address", address)
            .Choose("Which council would you foster for?", "Westmoor Council")
            .Fill("In which month shall we ask you first?", month)
            .Choose("And how often from then on?", "Every 3 months")
            .Check("I agree");
        Assert.Equal("We will ask you again", (await form.SubmitAsync("Ask me again")).Heading);
    }

    private Task<KeepWarm> OneAsync(string address) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<KeepWarm>()
                .IgnoreQueryFilters()
                .AsNoTracking()
                .SingleAsync(k => k.Email == address)
        );

    private Task<int> CountAsync(string address) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<KeepWarm>()
                .IgnoreQueryFilters()
                .CountAsync(k => k.Email == address)
        );

    private Task<Foster.Web.Foundation.Rules.Result> AskAsync(KeepWarm kept) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<AskKeptWarm>()
                .RunAsync(
                    new(kept.Id),
                    s.GetRequiredService<ActorSource>().System(kept.CouncilId),
                    default
                )
        );

    private async Task SpentAsync(string at)
    {
        host.Clock.Set(at);
        await host.InScopeAsync(s =>
            s.GetRequiredService<Foster.Web.Features.Records.RetentionRun>().SpentAsync(default)
        );
    }

    private static string Mailbox() => $"{Guid.NewGuid():N}@example.org";

    private static string LinkIn(string words) => Link().Match(words).Value;

    [GeneratedRegex("/keep-warm/[0-9a-f]{40}")]
    private static partial Regex Link();

    public sealed class OnSqlite(SqliteDemoHost host)
        : KeepWarmTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : KeepWarmTests(host),
            IClassFixture<PostgresDemoHost>;
}
