using System.Net;
using Foster.TestKit;
using Foster.Web.Features.Carers;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Carers;

/// <summary>The carers' area and the register, page by page, with the people of the demonstration.</summary>
public abstract class CarerPagesTests(FosterHost host)
{
    private const string Manager = "manager@foster.example";
    private const string Supervisor = "supervisor@foster.example";
    private static readonly string[] OwnPages = ["/carer", "/carer/agreement", "/carer/history"];

    [Theory]
    [InlineData("carer@foster.example")]
    [InlineData("carer2@foster.example")]
    [InlineData("carer@other.foster.example")]
    public async Task R_SOD_11_no_page_of_a_carer_speaks_of_unannounced_visits_or_of_other_carers(
        string name
    )
    {
        using var carer = await SignedInAsync(name);
        var others = await host.InScopeAsync(async services =>
        {
            var council = name.Contains("other", StringComparison.Ordinal) ? "HAR" : "WES";
            return await CarersAsync(services, council);
        });

        Assert.NotEmpty(others);
        foreach (var path in OwnPages)
        {
            var page = await carer.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            foreach (var word in others.Append("unannounced").Append("inspect"))
                Assert.DoesNotContain(word, page.Body, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_carer_sees_who_supports_them_the_number_out_of_hours_terms_and_dates()
    {
        using var carer = await SignedInAsync("carer@foster.example");

        var page = await carer.GetAsync("/carer");

        foreach (
            var words in (string[])
                [
                    "Sam Demo-Support",
                    "0151 496 0199",
                    "up to 2 children aged 5 to 11",
                    "Your first review meeting",
                    "Your training standards are complete",
                    "Why this date?",
                    "Jonas Demo-Oak",
                ]
        )
            Assert.Contains(words, page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("R-REV-02", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_agreement_is_signed_by_carer_and_service_and_makes_the_approval_active()
    {
        var stage = await WaitingAsync();
        using var manager = await SignedInAsync(Manager);
        var path = CarerLinks.Of(stage);
        Assert.Contains(
            "No child may be placed yet",
            (await manager.GetAsync(path)).Text,
            StringComparison.Ordinal
        );

        var page = await (await manager.GetAsync(CarerLinks.SignFor(stage)))
            .Form()
            .SubmitAsync("Sign for the service");
        Assert.Equal(
            ["Tick the box to sign for the service", "Type your full name to sign"],
            page.ErrorSummary.Select(e => e.Text)
        );
        page = await page.Form()
            .Check("I sign this agreement for the service")
            .Fill("Your full name", "Somebody Else")
            .SubmitAsync("Sign for the service");
        Assert.Contains("Type your full name as we have it", page.ErrorSummary[0].Text);
        page = await page.Form()
            .Fill("Your full name", "Maya Demo-Manage")
            .SubmitAsync("Sign for the service");
        Assert.Equal(path, page.Path);

        page = await (await manager.GetAsync(CarerLinks.Supervisor(stage)))
            .Form()
            .Choose("Who supports these carers?", "Sam Demo-Support")
            .SubmitAsync("Name the supervising social worker");
        Assert.DoesNotContain("No child may be placed yet", page.Text, StringComparison.Ordinal);
        using var supervisor = await SignedInAsync(Supervisor);
        Assert.Contains(
            "Hester Demo-Maple",
            (await supervisor.GetAsync("/staff/carers")).Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("recruitment@foster.example", HttpStatusCode.Forbidden)]
    [InlineData("assessor@foster.example", HttpStatusCode.Forbidden)]
    [InlineData("carer@foster.example", HttpStatusCode.Forbidden)]
    [InlineData("panel.adviser@foster.example", HttpStatusCode.OK)]
    [InlineData("manager@foster.example", HttpStatusCode.OK)]
    [InlineData("supervisor@foster.example", HttpStatusCode.OK)]
    public async Task The_register_is_open_to_those_whose_it_is(string name, HttpStatusCode status)
    {
        using var visitor = await SignedInAsync(name);

        Assert.Equal(status, (await visitor.GetAsync("/staff/carers")).Status);
    }

    [Fact]
    public async Task Another_councils_carers_and_unknown_ones_answer_alike()
    {
        using var manager = await SignedInAsync(Manager);
        var other = await host.InScopeAsync(services =>
            OneAsync(services, "WES", ApprovalState.Active)
        );

        foreach (var suffix in (string[])["", "/supervisor", "/agreement", "/register"])
        {
            var theirs = await manager.GetAsync($"/staff/carers/{other}{suffix}");
            var nobody = await manager.GetAsync($"/staff/carers/{Guid.NewGuid()}{suffix}");
            Assert.Equal(
                (HttpStatusCode.NotFound, HttpStatusCode.NotFound),
                (theirs.Status, nobody.Status)
            );
            Assert.Equal(nobody.Text, theirs.Text);
        }
    }

    [Fact]
    public async Task The_register_is_corrected_by_a_further_entry()
    {
        using var adviser = await SignedInAsync("panel.adviser@foster.example");
        var active = await host.InScopeAsync(services =>
            OneAsync(services, "HAR", ApprovalState.Active)
        );
        var page = await adviser.GetAsync(CarerLinks.RegisterOf(active));
        var link = page.Links.First(l =>
            l.TextContent.StartsWith("Correct this entry", StringComparison.Ordinal)
        );

        page = await (await adviser.GetAsync(link.PathName))
            .Form()
            .Choose("Sex", "Female")
            .Fill("What was wrong?", "The sex was not entered at the time of approval.")
            .SubmitAsync("Correct the register");

        Assert.Equal(CarerLinks.RegisterOf(active), page.Path);
        Assert.Contains("The sex was not entered at the time", page.Text, StringComparison.Ordinal);
        Assert.Contains("Earlier entries", page.Text, StringComparison.Ordinal);
    }

    private Task<Guid> WaitingAsync() =>
        host.InScopeAsync(services =>
            OneAsync(services, "HAR", ApprovalState.ApprovedAgreementPending)
        );

    private static async Task<Guid> OneAsync(
        IServiceProvider services,
        string council,
        ApprovalState state
    )
    {
        var db = await DbAsync(services, council);
        return await db.Set<CarerApproval>()
            .Where(a => a.State == state)
            .OrderBy(a => a.ApprovedOn)
            .Select(a => a.CaseId)
            .FirstAsync();
    }

    private static async Task<List<string>> CarersAsync(IServiceProvider services, string council)
    {
        var db = await DbAsync(services, council);
        return await db.Set<RegisterEntry>().Select(r => r.Name).ToListAsync();
    }

    private static async Task<FosterDb> DbAsync(IServiceProvider services, string council)
    {
        var db = services.GetRequiredService<FosterDb>();
        var id = await db.Set<Council>()
            .Where(c => c.Code == council)
            .Select(c => c.Id)
            .SingleAsync();
        services.GetRequiredService<ActorSource>().System(id);
        return db;
    }

    private async Task<HtmlVisitor> SignedInAsync(string name)
    {
        var visitor = host.Visitor();
        await visitor.SignInAsync(name);
        return visitor;
    }

    public sealed class OnSqlite(SqliteDemoHost on)
        : CarerPagesTests(on),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost on)
        : CarerPagesTests(on),
            IClassFixture<PostgresDemoHost>;
}
