using System.Diagnostics;
using Foster.TestKit;
using Foster.Web.Features.Operate;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Operate;

/// <summary>A real installation begins on the command line: a council first, then its administrator.</summary>
public abstract class CreateCouncilTests(FosterHost host)
{
    [Fact]
    public async Task A_council_and_its_administrator_are_made_on_the_command_line()
    {
        string[] council =
        [
            "create-council",
            "nrb",
            "Northbrook Council",
            "Council:TeamName=Northbrook fostering",
            "Council:Telephone=0151 496 0700",
            "Council:OpeningHours=Every day, 8am to 8pm",
            "Council:OutOfHoursTelephone=0151 496 0799",
            "Council:Email=Fostering@Northbrook.example",
            "Council:PostalAddress=1 Example Brook",
            "Council:Districts=CH70,ch71",
        ];

        var (taken, said) = await RunAsync("", council);
        Assert.True(taken == 0, said);
        Assert.Contains("create-admin <e-mail address> NRB", said, StringComparison.Ordinal);
        (taken, said) = await RunAsync(
            "plover-anchor-willow-42",
            "create-admin",
            "ada@northbrook.example",
            "NRB"
        );
        Assert.True(taken == 0, said);

        var made = await host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>().Set<Council>().SingleAsync(c => c.Code == "NRB")
        );
        Assert.Equal(
            (
                "Northbrook Council",
                "Northbrook fostering",
                "0151 496 0700",
                "Every day, 8am to 8pm"
            ),
            (made.Name, made.TeamName, made.Telephone, made.OpeningHours)
        );
        Assert.Equal("Fostering@northbrook.example", made.Email);
        Assert.Equal(
            ["CH70", "CH71"],
            await host.InScopeAsync(s =>
                s.GetRequiredService<FosterDb>()
                    .Set<PostcodeDistrict>()
                    .Where(d => d.CouncilId == made.Id)
                    .Select(d => d.District)
                    .OrderBy(d => d)
                    .ToListAsync()
            )
        );
        Assert.Equal(
            ["account.administrator-made", "council.created"],
            await host.InScopeAsync(s =>
                s.GetRequiredService<FosterDb>()
                    .Set<CouncilHistoryEntry>()
                    .IgnoreQueryFilters()
                    .Where(h => h.CouncilId == made.Id)
                    .Select(h => h.Kind)
                    .OrderBy(k => k)
                    .ToListAsync()
            )
        );
        Assert.Equal(
            Role.Administrator,
            await host.InScopeAsync(s =>
                s.GetRequiredService<FosterDb>()
                    .Set<RoleAssignment>()
                    .Where(r => r.CouncilId == made.Id)
                    .Select(r => r.Role)
                    .SingleAsync()
            )
        );
        using var visitor = host.Visitor();
        Assert.Contains(
            "Northbrook fostering",
            (await visitor.GetAsync("/contact")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_words_of_one_row_go_with_a_certificate_and_the_history_stays_whole_R_DP_11()
    {
        var council = await MakeAsync(Good("NOR", "Norbrook Council") with { Districts = [] });
        var row = await host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<CouncilHistoryEntry>()
                .IgnoreQueryFilters()
                .Where(h => h.CouncilId == council.Value.Id)
                .Select(h => h.Id)
                .SingleAsync()
        );
        var (code, said) = await RunAsync(
            "",
            "erase-history",
            "--row",
            $"{row}",
            "--certificate",
            "Written down about the wrong council"
        );

        Assert.True(code == 0, said);
        Assert.Contains("NOR Council", said);
        var found = await host.InScopeAsync(s =>
            s.GetRequiredService<BrokenChain>().LookAsync(default)
        );
        Assert.True(found.Whole, string.Join('\n', found.Findings));
        Assert.Equal(1, found.Erased);
    }

    [Fact]
    public async Task Duplicates_and_nonsense_are_refused_with_every_reason()
    {
        var first = await MakeAsync(Good("EAS", "Eastbrook Council"));
        Assert.True(first.Ok, first.Reasons);

        var code = await MakeAsync(Good("eas", "Another Council") with { Districts = [] });
        var name = await MakeAsync(Good("EAT", "EASTBROOK council") with { Districts = [] });
        var district = await MakeAsync(Good("EAU", "Upper Eastbrook Council"));
        var nonsense = await MakeAsync(
            new("E1", " ", "", "call us", "", "", "nobody", "", ["CH41 1AA"])
        );

        Assert.Contains("code EAS already", code.Reasons, StringComparison.Ordinal);
        Assert.Contains("named EASTBROOK council already", name.Reasons, StringComparison.Ordinal);
        Assert.Contains("CH80 belongs to another council", district.Reasons);
        Assert.Equal(9, nonsense.Refusals.Count);
    }

    private static CreateCouncilInput Good(string code, string name) =>
        new(
            code,
            name,
            CouncilDefaults.TeamName(name),
            "0151 496 0800",
            CouncilDefaults.OpeningHours,
            "0151 496 0800",
            "fostering@eastbrook.example",
            "1 Example Brook",
            ["CH80"]
        );

    private Task<Result<Council>> MakeAsync(CreateCouncilInput input) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<CreateCouncil>().RunAsync(input, Actor.System(Guid.Empty), default)
        );

    /// <summary>The program itself, with what is typed.</summary>
    private async Task<(int Code, string Said)> RunAsync(string typed, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] all =
        [
            "Foster.Web.dll",
            .. words,
            "environment=Development",
            "Demo:Enabled=false",
            $"Database:Provider={host.Provider}",
            $"ConnectionStrings:Foster={host.ConnectionString}",
            .. TestVault.Settings.Select(v => $"{v.Key}={v.Value}"),
        ];
        foreach (var word in all)
        {
            start.ArgumentList.Add(word);
        }

        using var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(typed);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said + await errors);
    }

    public sealed class OnSqlite(SqliteHost on) : CreateCouncilTests(on), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost on)
        : CreateCouncilTests(on),
            IClassFixture<PostgresHost>;
}
