using Foster.TestKit;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Browser;

/// <summary>The public pages, a day at the desk, the rules page and administration, at a real browser.</summary>
public sealed class SitePagesTests(SqliteDemoHost host)
    : BrowserTest(host),
        IClassFixture<SqliteDemoHost>
{
    public static TheoryData<string> Public =>
        [
            "/",
            "/contact",
            "/privacy",
            "/privacy?council=HAR",
            "/cookies",
            "/accessibility",
            "/events",
            "/payments-and-allowances",
            "/charter",
            "/signed-out",
            "/demo",
            "/demo/messages",
        ];

    [Theory]
    [MemberData(nameof(Public))]
    public async Task A_public_page_is_clean_and_fits_a_small_phone(string address)
    {
        var visitor = await PersonAsync();

        await CleanAsync(visitor, address);
    }

    [Fact]
    public async Task A_manager_s_pages_are_clean_and_fit_a_small_phone()
    {
        var id = await BusyCaseAsync();
        var manager = await InAsync("manager@foster.example");

        await CleanAsync(manager, "/staff", "work");
        await CleanAsync(manager, "/staff?due=overdue");
        await CleanAsync(manager, "/staff/cases", "cases");
        await CleanAsync(manager, "/staff/cases?search=nobody");
        await CleanAsync(manager, $"/staff/cases/{id}", "case");
        await CleanAsync(manager, "/staff/rules", "rules");
        await CleanAsync(manager, "/staff/rules?rule=R-TRF-06&on=2026-08-10", "rule");
        await CleanAsync(manager, "/staff/rules?rule=R-CMP-01&on=2026-12-16");
        await CleanAsync(manager, "/staff/rules?rule=R-NOT-01&on=2026-13-99", "rule-error");
        await CleanAsync(manager, "/account", "account");
        await CleanAsync(manager, "/account/password");
    }

    [Fact]
    public async Task An_administrator_s_pages_are_clean_and_fit_a_small_phone()
    {
        var admin = await InAsync("admin@foster.example");

        await CleanAsync(admin, "/admin", "admin");
        await CleanAsync(admin, "/admin/state-tables", "tables");
        await CleanAsync(admin, "/admin/calendar");
    }

    [Fact]
    public async Task The_rules_page_works_without_JavaScript_and_by_keyboard_alone()
    {
        var manager = await InAsync("manager@foster.example", javaScript: false);
        await manager.OpenAsync("/staff/rules?rule=R-TRF-06");
        await manager.Page.GetByLabel("Day", new() { Exact = true }).FocusAsync();
        foreach (var part in new[] { "10", "8", "2026" })
        {
            await manager.Page.Keyboard.TypeAsync(part);
            await manager.Page.Keyboard.PressAsync("Tab");
        }
        await manager.Page.Keyboard.PressAsync("Enter");

        await manager.Page.GetByText("Tue 1 September 2026", new() { Exact = true }).WaitForAsync();
    }

    private async Task<Person> InAsync(string name, bool javaScript = true)
    {
        var person = await PersonAsync(javaScript);
        await person.SignInAsync(name);
        return person;
    }

    private static async Task CleanAsync(Person person, string address, string? picture = null)
    {
        var answer = await person.OpenAsync(address);
        Assert.Equal(200, answer.Status);
        await AxeClean(person.Page);
        await FitsAt320(person.Page);
        if (picture is null)
            return;
        await PictureAsync(person.Page, picture, "pages");
        await person.Page.SetViewportSizeAsync(320, 640);
        await PictureAsync(person.Page, picture, "pages");
        await person.Page.SetViewportSizeAsync(1280, 800);
    }

    private async Task<Guid> BusyCaseAsync()
    {
        var id = await Village.CaseAsync(
            Host,
            "HAR",
            new(2026, 3, 6),
            ("Zoë", "Ashdown-Featherstonehaugh"),
            ("Sam", "Ashdown")
        );
        foreach (
            var (line, on) in new[]
            {
                (DeadlineRules.RecordsAccess, new DateOnly(2026, 4, 1)),
                (DeadlineRules.DecisionToAssess, new DateOnly(2026, 5, 8)),
                (DeadlineRules.VisitOutcome, new DateOnly(2026, 5, 11)),
                (DeadlineRules.PanelRecommendation, new DateOnly(2026, 4, 20)),
            }
        )
            await Village.DeadlineAsync(Host, "HAR", id, line, on, Role.TeamManager);
        await Village.ChangeAsync(
            Host,
            "HAR",
            async (services, actor) =>
            {
                var history = services.GetRequiredService<CaseHistory>();
                await history.WriteAsync(
                    actor with
                    {
                        Name = "Maya Demo-Manage",
                        Role = Role.TeamManager,
                        OnBehalfOf = "Zoë Ashdown-Featherstonehaugh",
                    },
                    id,
                    new HistoryNote("test.moved", "Put on hold")
                    {
                        OccurredOn = new(2026, 5, 12),
                        From = "InStage1",
                        To = "OnHold",
                        ReasonCode = "house-move",
                        Reason = "They move house in June and asked us to wait until then.",
                        Rules = ["R-APP-07"],
                    },
                    default
                );
                for (var i = 0; i < 32; i++)
                    await history.WriteAsync(
                        actor,
                        id,
                        new HistoryNote("test.step", $"Step {i + 1} of the assessment recorded"),
                        default
                    );
                await services
                    .GetRequiredService<IssueLetter>()
                    .RunAsync(
                        new(id, "test.letter", "About your application", "We have it."),
                        actor,
                        default
                    );
            }
        );
        return id;
    }
}
