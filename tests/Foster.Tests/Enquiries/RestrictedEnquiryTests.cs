using Foster.TestKit;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Enquiries;

/// <summary>R-ENQ-13 and R-SOD-08: neither shown nor counted for anybody who is not named.</summary>
public abstract class RestrictedEnquiryTests(FosterHost host)
{
    private static readonly EnquiryFilter Everything = new(null, null, DueWithin.Any, false, null);

    [Fact]
    public async Task Only_the_intake_officers_see_it_in_any_list_search_or_page()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var made = await desk.EnquireAsync(Connected(desk, "A councillor, Ms Demo-Ward"));

        Assert.True(made.Restricted);
        Assert.False(await SeesAsync(desk, DeskStage.Officer, made.CaseId));
        Assert.False(await SeesAsync(desk, DeskStage.Manager, made.CaseId));
        Assert.True(await SeesAsync(desk, DeskStage.Intake, made.CaseId));
        Assert.True(await SeesAsync(desk, DeskStage.Deputy, made.CaseId));
        var refused = await desk.ContactAsync(made.CaseId, host.Clock.GetUtcNow().UtcDateTime);
        Assert.Contains("cannot be found", refused.Reasons);
        var kept = await desk.ContactAsync(
            made.CaseId,
            host.Clock.GetUtcNow().UtcDateTime,
            by: DeskStage.Intake
        );
        Assert.True(kept.Ok, kept.Reasons);
    }

    [Theory]
    [InlineData("Imran Demo-Intake", null, null)]
    [InlineData("IMRAN DEMO-INTAKE", null, null)]
    [InlineData("Robin Demo-Else", "intake", null)]
    [InlineData("Robin Demo-Else", null, "My brother is Imran Demo-Intake, in your team")]
    [InlineData("Robin Demo-Else", null, "Demo-Intake, Imran")]
    public async Task An_intake_officer_never_holds_an_enquiry_about_themselves(
        string name,
        string? email,
        string? withWhom
    )
    {
        var desk = await new DeskStage(host).OpenAsync();
        var parts = name.Split(' ');
        var who = DeskStage.Zoe with
        {
            GivenName = parts[0],
            FamilyName = parts[1],
            Email = email is null ? null : desk.EmailOf(DeskStage.Intake).ToUpperInvariant(),
        };

        var made = await desk.EnquireAsync(
            Connected(desk, withWhom ?? "They work for the council") with
            {
                Applicant = who,
            }
        );

        Assert.False(await SeesAsync(desk, DeskStage.Intake, made.CaseId));
        Assert.True(await SeesAsync(desk, DeskStage.Deputy, made.CaseId));
    }

    [Fact]
    public async Task When_no_intake_officer_is_free_the_administrators_are_told_by_reference_only()
    {
        var desk = await new DeskStage(host).OpenAsync();

        var made = await desk.EnquireAsync(
            Connected(desk, "Imran Demo-Intake and Ines Demo-Deputy are my cousins")
        );

        Assert.False(await SeesAsync(desk, DeskStage.Intake, made.CaseId));
        Assert.False(await SeesAsync(desk, DeskStage.Deputy, made.CaseId));
        Assert.Contains(await desk.HistoryAsync(made.CaseId), h => h.Kind == "case.unheld");
        var mail = await desk.ReadAsync(db =>
            db.Set<OutboxMessage>()
                .SingleAsync(m => m.CaseId == made.CaseId && m.Kind == "case.unheld")
        );
        Assert.Equal(desk.EmailOf(DeskStage.Administrator), mail.Recipient);
        Assert.Contains(made.Reference, mail.Subject);
        Assert.DoesNotContain("Zo", mail.Subject);
    }

    [Fact]
    public async Task An_intake_officer_names_one_more_person_and_nobody_else_can()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var made = await desk.EnquireAsync(Connected(desk, "A councillor"));

        Assert.False((await NameAsync(desk, DeskStage.Officer, made.CaseId, DeskStage.Manager)).Ok);
        var named = await NameAsync(desk, DeskStage.Intake, made.CaseId, DeskStage.Manager);

        Assert.True(named.Ok, named.Reasons);
        Assert.True(await SeesAsync(desk, DeskStage.Manager, made.CaseId));
        Assert.False(await SeesAsync(desk, DeskStage.Officer, made.CaseId));
    }

    [Fact]
    public async Task Nobody_who_is_connected_can_be_named()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var made = await desk.EnquireAsync(Connected(desk, "Maya Demo-Manage is my sister"));

        var refused = await NameAsync(desk, DeskStage.Intake, made.CaseId, DeskStage.Manager);

        Assert.Equal("R-SOD-08", Assert.Single(refused.Refusals).RuleId);
    }

    [Fact]
    public async Task A_connection_told_with_the_interest_closes_the_case_at_once()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var made = await desk.EnquireAsync();
        Assert.True(await SeesAsync(desk, DeskStage.Officer, made.CaseId));
        await desk.WalkToAsync(
            made.CaseId,
            EnquiryState.InfoSent,
            host.Clock.GetUtcNow().UtcDateTime,
            host.Clock.Today
        );

        var done = await desk.InterestAsync(made.CaseId, connected: true);

        Assert.True(done.Ok, done.Reasons);
        Assert.False(await SeesAsync(desk, DeskStage.Officer, made.CaseId));
        Assert.True(await SeesAsync(desk, DeskStage.Intake, made.CaseId));
    }

    private static SubmitEnquiryInput Connected(DeskStage desk, string withWhom) =>
        desk.Input() with
        {
            Connected = true,
            ConnectionWithWhom = withWhom,
        };

    private static Task<Foster.Web.Foundation.Rules.Result> NameAsync(
        DeskStage desk,
        string by,
        Guid caseId,
        string whom
    ) =>
        desk.AsAsync(
            by,
            (s, actor) =>
                s.GetRequiredService<NamePerson>()
                    .RunAsync(new(caseId, desk.IdOf(whom), "To decide"), actor, default)
        );

    /// <summary>Looks everywhere at once; all places must agree.</summary>
    private static Task<bool> SeesAsync(DeskStage desk, string name, Guid caseId) =>
        desk.AsAsync(
            name,
            async (s, actor) =>
            {
                var queue = s.GetRequiredService<EnquiryQueueReads>();
                var list = await queue.PageAsync(Everything, null, actor, default);
                var found = await queue.PageAsync(
                    Everything with
                    {
                        Text = "Demo",
                    },
                    null,
                    actor,
                    default
                );
                var view = await s.GetRequiredService<EnquiryReads>().FindAsync(caseId, default);
                var section = await s.GetServices<ICaseSection>()
                    .OfType<EnquirySection>()
                    .Single()
                    .ForAsync(caseId, actor, default);
                var rows = await s.GetRequiredService<FosterDb>()
                    .Set<Enquiry>()
                    .CountAsync(e => e.CaseId == caseId);
                bool[] seen =
                [
                    list.Lines.Any(l => l.CaseId == caseId),
                    found.Lines.Any(l => l.CaseId == caseId),
                    view is not null,
                    section is not null,
                    rows == 1,
                ];
                return Assert.Single(seen.Distinct());
            }
        );

    public sealed class OnSqlite(SqliteHost on)
        : RestrictedEnquiryTests(on),
            IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost on)
        : RestrictedEnquiryTests(on),
            IClassFixture<PostgresHost>;
}
