using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Assessment;
using Foster.Web.Features.Documents;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Assessment;

/// <summary>Each animal at home has an assessment of its own (R-ELIG-07, CHK-19); stage 1 does not wait for it.</summary>
public abstract class PetAssessmentTests(FosterHost host)
{
    private const string Dog = "Pet assessment, Biscuit (dog, XL Bully)";
    private const string Gone = "The cat lives with a daughter now, for good.";

    private static readonly AnimalDescription Parrot = new(
        "bird",
        "African grey",
        null,
        false,
        false
    );

    [Fact]
    public async Task R_ELIG_07_CHK_19_every_animal_that_was_named_has_one_and_says_which_it_is()
    {
        var stage = await AssessedAsync();

        var titles = await TitlesAsync(stage);

        Assert.Equal(
            ["Pet assessment, Biscuit (dog, XL Bully)", "Pet assessment, cat, Tabby"],
            titles.Keys.Order()
        );
        Assert.All(titles.Values, c => Assert.Null(c.PersonId));
        // They are checks of the home, so both applicants see them with their own (R-SOD-13).
        var own = await stage.ReadAsync(
            (services, _) =>
                services
                    .GetRequiredService<CheckReads>()
                    .OwnAsync(stage.Case, stage.Applicants[1], default)
        );
        Assert.Equal(2, own.Count(l => l.Kind == "CHK-19"));
    }

    [Fact]
    public async Task CHK_19_is_practice_so_stage_1_is_complete_and_the_report_shared_without_it()
    {
        var stage = await AssessedAsync();
        foreach (
            var check in (await stage.ChecksAsync()).Where(c =>
                c.Kind is not ("CHK-13" or "CHK-19")
            )
        )
            Ok(await stage.Record(check));
        Ok(await stage.Interview(0));
        Ok(await stage.Interview(1));

        Assert.Equal(ApplicationState.Stage1Complete, (await stage.ApplicationAsync()).State);
        await stage.PassAsync();
        await stage.OpenStage2Async();
        // It belongs to stage 2 as much: what is found then is recorded too.
        Ok(await RecordAsync(stage, (await TitlesAsync(stage))[Dog]));
        await stage.PrepareAsync();
        await stage.WriteAsync();
        Ok(await stage.Share());
        var panel = await stage.ReadAsync(
            (services, _) =>
                services
                    .GetRequiredService<AssessmentReads>()
                    .CheckSummaryAsync(stage.Case, default)
        );
        Assert.Contains("Pet assessment, Biscuit (dog, XL Bully) (CHK-19): Information rec", panel);
        Assert.Contains("Pet assessment, cat, Tabby (CHK-19): not asked for yet.", panel);
    }

    [Fact]
    public async Task CHK_19_keeps_who_assessed_when_with_what_outcome_and_what_was_agreed()
    {
        var stage = await AssessedAsync();
        var check = (await TitlesAsync(stage))[Dog];

        var silent = await RecordAsync(stage, check, note: "A gate");
        Ok(await RecordAsync(stage, check, by: " Kim Example, dog behaviourist "));

        Assert.Equal("note", Assert.Single(silent.Refusals).Field);
        var kept = (await stage.ChecksAsync()).Single(c => c.Id == check.Id);
        Assert.Equal("Kim Example, dog behaviourist", kept.MadeBy);
        Assert.Equal(host.Clock.Today, kept.ReceivedOn);
        Assert.Equal(CheckOutcome.InformationReceived, kept.Outcome);
        Assert.Equal("Biscuit sleeps downstairs, behind a stair gate.", kept.Note);
        Assert.Contains(
            "Pet assessment, Biscuit (dog, XL Bully) recorded",
            await TitlesOfHistoryAsync(stage)
        );
        // Of no other kind anybody else is kept than its reviewer.
        var home = (await stage.ChecksAsync()).Single(c => c.Kind == "CHK-18");
        Ok(await RecordAsync(stage, home, by: "Kim Example"));
        Assert.Null((await stage.ChecksAsync()).Single(c => c.Id == home.Id).MadeBy);
    }

    [Fact]
    public async Task R_ELIG_07_an_animal_that_is_gone_is_not_waited_for_and_never_comes_back_by_itself()
    {
        var stage = await AssessedAsync();
        var cat = (await TitlesAsync(stage))["Pet assessment, cat, Tabby"];
        Ok(
            await stage.DoAsync<RequestCheck>(
                Role.Assessor,
                (o, a) => o.RunAsync(new(cat.Id, host.Clock.Today, null), a, default)
            )
        );

        var silent = await LeaveAsync(stage, cat, "Gone");
        var ahead = await LeaveAsync(stage, cat, Gone, host.Clock.Today.AddDays(1));
        var other = await LeaveAsync(
            stage,
            (await stage.ChecksAsync()).Single(c => c.Kind == "CHK-18"),
            Gone
        );
        Ok(await LeaveAsync(stage, cat, Gone));
        var again = await LeaveAsync(stage, cat, Gone);

        Assert.Equal("R-VAL-06", Assert.Single(silent.Refusals).RuleId);
        Assert.Equal("since", Assert.Single(ahead.Refusals).Field);
        Assert.False(other.Ok);
        Assert.False(again.Ok);
        var left = (await stage.ChecksAsync()).Single(c => c.Id == cat.Id);
        Assert.Equal((CheckState.Cancelled, Gone), (left.State, left.Note));
        Assert.Equal(
            DeadlineStatus.Cancelled,
            (await stage.ClockAsync(DeadlineRules.FirstChase)).Status
        );
        var renewed = await stage.DoAsync<RenewChecks>(
            Role.Assessor,
            (o, a) => o.RunAsync(new(stage.Case), a, default)
        );
        Assert.Equal("R-VAL-02", Assert.Single(renewed.Refusals).RuleId);
        Assert.Equal(2, (await TitlesAsync(stage)).Count);
    }

    [Fact]
    public async Task R_ELIG_07_an_animal_that_comes_later_has_one_too_and_its_papers_are_asked_for()
    {
        var stage = await AssessedAsync(named: false);
        Assert.Empty(await TitlesAsync(stage));
        Assert.DoesNotContain("pets", await PapersAsync(stage));

        var nameless = await AddAsync(stage, Parrot with { Breed = " " });
        Ok(await AddAsync(stage, Parrot));
        Ok(await AddAsync(stage, Parrot with { Name = "Coco" }));

        Assert.Equal("breed", Assert.Single(nameless.Refusals).Field);
        Assert.Equal(
            ["Pet assessment, Coco (bird, African grey)", "Pet assessment, bird, African grey"],
            (await TitlesAsync(stage)).Keys.Order(StringComparer.Ordinal)
        );
        Assert.Single(await PapersAsync(stage), "pets");
    }

    [Fact]
    public async Task R_ELIG_07_what_is_written_of_an_animal_is_put_right_until_it_is_assessed()
    {
        var stage = await AssessedAsync();
        var dog = (await TitlesAsync(stage))["Pet assessment, Biscuit (dog, XL Bully)"];
        var right = new AnimalDescription("dog", "Boxer", "Biscuit", false, false);

        Ok(await CorrectAsync(stage, dog, right));
        var titles = await TitlesAsync(stage);
        Ok(await RecordAsync(stage, dog));
        var late = await CorrectAsync(stage, dog, right with { Name = "Bingo" });

        Assert.Equal(dog.Id, titles["Pet assessment, Biscuit (dog, Boxer)"].Id);
        Assert.Equal("R-ELIG-07", Assert.Single(late.Refusals).RuleId);
        Assert.Contains(
            "What is written of an animal was corrected: Biscuit (dog, XL Bully) is now Biscuit (dog, Boxer)",
            await TitlesOfHistoryAsync(stage)
        );
        // What they sent stays as they sent it.
        Assert.Equal(
            "XL Bully",
            (
                await stage.ReadAsync(
                    (services, _) =>
                        services.GetRequiredService<AnimalReads>().NamedAsync(stage.Case, default)
                )
            )[0]
                .Animal
                .Breed
        );
    }

    private async Task<AssessmentStage> AssessedAsync(bool named = true)
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await new AssessmentStage(host).ApplyAsync(2);
        await NamedAnimals.AnswerAsync(stage, host, named);
        return await stage.AssessAsync();
    }

    private async Task<Dictionary<string, Check>> TitlesAsync(AssessmentStage stage)
    {
        var checks = await stage.ChecksAsync();
        var lines = await stage.ReadAsync(
            (services, _) =>
                services.GetRequiredService<CheckReads>().ByPersonAsync(stage.Case, default)
        );
        return lines
            .SelectMany(g => g.Checks)
            .Where(l => l.Kind == "CHK-19")
            .ToDictionary(l => l.Title, l => checks.Single(c => c.Id == l.Id));
    }

    private Task<Result> RecordAsync(
        AssessmentStage stage,
        Check check,
        string note = "Biscuit sleeps downstairs, behind a stair gate.",
        string? by = null
    ) =>
        stage.DoAsync<RecordCheck>(
            Role.Assessor,
            (o, a) =>
                o.RunAsync(
                    new(
                        check.Id,
                        host.Clock.Today,
                        CheckOutcome.InformationReceived,
                        note,
                        host.Clock.Today
                    )
                    {
                        MadeBy = by,
                    },
                    a,
                    default
                )
        );

    private Task<Result> LeaveAsync(
        AssessmentStage stage,
        Check check,
        string why,
        DateOnly? since = null
    ) =>
        stage.DoAsync<LeaveOutAnimal>(
            Role.Assessor,
            (o, a) => o.RunAsync(new(check.Id, since ?? host.Clock.Today, why), a, default)
        );

    private static Task<Result> AddAsync(AssessmentStage stage, AnimalDescription animal) =>
        stage.DoAsync<AddAnimal>(
            Role.TeamManager,
            (o, a) => o.RunAsync(new(stage.Case, animal), a, default)
        );

    private static Task<Result> CorrectAsync(
        AssessmentStage stage,
        Check check,
        AnimalDescription animal
    ) =>
        stage.DoAsync<CorrectAnimal>(
            Role.Assessor,
            (o, a) => o.RunAsync(new(check.Id, animal), a, default)
        );

    private static Task<List<string>> PapersAsync(AssessmentStage stage) =>
        stage.ReadAsync(
            (_, db) =>
                db.Set<Document>()
                    .Where(d => d.CaseId == stage.Case)
                    .Select(d => d.Kind)
                    .ToListAsync()
        );

    private Task<List<string>> TitlesOfHistoryAsync(AssessmentStage stage) =>
        stage.ReadAsync(
            async (_, db) =>
                (
                    await db.Set<HistoryEntry>()
                        .Include(h => h.Body)
                        .Where(h => h.CaseId == stage.Case)
                        .ToListAsync()
                ).ConvertAll(h => Said.Of(host, h).Title)
        );

    private static void Ok(Result result) => Assert.True(result.Ok, result.Reasons);

    public sealed class OnSqlite(SqliteHost host)
        : PetAssessmentTests(host),
            IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : PetAssessmentTests(host),
            IClassFixture<PostgresHost>;
}
