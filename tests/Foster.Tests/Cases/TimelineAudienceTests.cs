using System.Text.RegularExpressions;
using Foster.TestKit;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Cases;

/// <summary>Who reads which history: what nobody thought about is for the team manager only.</summary>
public abstract partial class TimelineAudienceTests(FosterHost host)
{
    /// <summary>Kinds of what is done for a council and in no case.</summary>
    private static readonly string[] OfNoCase =
    [
        "council.",
        "account.",
        "alert.",
        "duty.",
        "calendar.",
        "job.",
        "reminders.",
        "deadlines.",
        "schedule.",
        "minimum.",
        "cover.",
        "event.",
        "campaign.",
    ];

    /// <summary>Kinds that nobody thought about, written here.</summary>
    private static readonly string[] Planted = ["somethingnew.done", "checkup.done"];

    private static readonly Role[] Readers =
    [
        Role.RecruitmentOfficer,
        Role.Assessor,
        Role.SupervisingSocialWorker,
        Role.PanelAdviser,
        Role.TeamManager,
    ];

    [Fact]
    public void Every_kind_of_history_in_the_code_has_an_audience()
    {
        var kinds = Directory
            .EnumerateFiles(
                Path.Combine(Repository.Root, "src", "Foster.Web", "Features"),
                "*.cs",
                SearchOption.AllDirectories
            )
            .Select(File.ReadAllText)
            .Where(t => t.Contains("HistoryNote", StringComparison.Ordinal))
            .SelectMany(t => Kind().Matches(t).Select(m => m.Groups["kind"].Value))
            .Distinct()
            .ToList();

        Assert.True(kinds.Count > 80, $"{kinds.Count} kinds were found");
        Assert.Contains("case.person-named", kinds);
        Assert.Empty(kinds.Where(k => !IsKnown(k) && !OfNoCase.Any(k.StartsWith)).Order());
    }

    [Fact]
    public async Task Every_kind_that_the_demonstration_wrote_has_an_audience()
    {
        var kinds = await host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<HistoryEntry>()
                .IgnoreQueryFilters()
                .Select(h => h.Kind)
                .Distinct()
                .ToListAsync()
        );

        Assert.NotEmpty(kinds);
        Assert.Empty(kinds.Except(Planted).Where(k => !IsKnown(k)).Order());
    }

    [Theory]
    [InlineData(
        "case.allocated",
        "RecruitmentOfficer Assessor SupervisingSocialWorker PanelAdviser TeamManager"
    )]
    [InlineData("enquiry.received", "RecruitmentOfficer Assessor TeamManager")]
    [InlineData("check.recorded", "Assessor SupervisingSocialWorker PanelAdviser TeamManager")]
    [InlineData("somethingnew.done", "TeamManager")]
    [InlineData("checkup.done", "TeamManager")]
    public async Task A_role_reads_what_is_listed_for_it_and_nothing_else(
        string kind,
        string readers
    )
    {
        var day = new DateOnly(2026, 5, 8);
        var id = await Village.CaseAsync(host, "HAR", day, ("Zoë", "Demo-Line"));
        await host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<FosterDb>();
            var council = await db.Set<Council>().SingleAsync(c => c.Code == "HAR");
            var system = s.GetRequiredService<ActorSource>().System(council.Id);
            await s.GetRequiredService<CaseHistory>()
                .WriteAsync(system, id, new HistoryNote(kind, "It happened"), default);
            await db.SaveChangesAsync();
        });

        var read = new List<Role>();
        foreach (var role in Readers.Append(Role.DecisionMaker))
            if (await ReadsAsync(id, role))
                read.Add(role);

        Assert.Equal(readers.Split(' '), read.Select(r => r.ToString()));
    }

    private Task<bool> ReadsAsync(Guid caseId, Role role) =>
        host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<FosterDb>();
            var council = await db.Set<Council>().SingleAsync(c => c.Code == "HAR");
            var system = s.GetRequiredService<ActorSource>().System(council.Id);
            var page = await s.GetRequiredService<TimelineReads>()
                .PageAsync(caseId, system with { Role = role }, null, default);
            return page.Items.Any(i => i.Title == "It happened");
        });

    private static bool IsKnown(string kind) =>
        TimelineAudience.Known.Any(k => kind.StartsWith(k, StringComparison.Ordinal));

    [GeneratedRegex("\"(?<kind>[a-z][a-z0-9]*\\.[a-z][a-z-]+)\"")]
    private static partial Regex Kind();

    public sealed class OnSqlite(SqliteDemoHost host)
        : TimelineAudienceTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : TimelineAudienceTests(host),
            IClassFixture<PostgresDemoHost>;
}
