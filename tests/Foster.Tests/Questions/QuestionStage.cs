using Foster.TestKit;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Questions;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Foster.Tests.Questions;

/// <summary>A couple with accounts of their own in the home council, whose case is in nobody's hands yet.</summary>
internal sealed class QuestionStage(FosterHost host)
{
    public const string Council = "HAR";

    public Guid Case { get; private set; }

    public IReadOnlyList<Guid> Accounts { get; private set; } = [];

    public IReadOnlyList<string> SignIns { get; private set; } = [];

    public static async Task<QuestionStage> OpenAsync(
        FosterHost host,
        Role role = Role.ProspectiveCarer
    )
    {
        var name = Guid.NewGuid().ToString("N")[..8];
        var stage = new QuestionStage(host)
        {
            Case = await Village.CaseAsync(
                host,
                Council,
                new(2026, 3, 2),
                ("Robin", $"Ask-{name}"),
                ("Alex", $"Ask-{name}")
            ),
            SignIns = [$"robin.{name}@foster.example", $"alex.{name}@foster.example"],
        };
        var accounts = new List<Guid>();
        foreach (var signIn in stage.SignIns)
            accounts.Add(await Village.AccountAsync(host, Council, signIn, role));
        stage.Accounts = accounts;
        await Village.ChangeAsync(
            host,
            Council,
            async (services, actor) =>
            {
                var people = await services
                    .GetRequiredService<CaseReads>()
                    .ApplicantsAsync(stage.Case, default);
                var db = services.GetRequiredService<FosterDb>();
                for (var i = 0; i < people.Count; i++)
                {
                    db.Add(
                        new AccountLink
                        {
                            AccountId = accounts[i],
                            CouncilId = actor.CouncilId,
                            PersonId = people[i].PersonId,
                        }
                    );
                    (await db.Set<Person>().SingleAsync(p => p.Id == people[i].PersonId)).Email =
                        stage.SignIns[i];
                }
            }
        );
        return stage;
    }

    public Task<Guid> AskAsync(
        int index,
        DateOnly on,
        string words = "May I ask something?",
        Role role = Role.ProspectiveCarer
    ) =>
        AsAsync(
            Accounts[index],
            role,
            async (services, actor) =>
                (
                    await services
                        .GetRequiredService<AskQuestion>()
                        .RunAsync(new(QuestionTopic.Money, words), actor, default)
                ).Value,
            on
        );

    public Task<Result> AnswerAsync(string signIn, Role role, Guid question, string words) =>
        AsStaffAsync(
            signIn,
            role,
            (services, actor) =>
                services
                    .GetRequiredService<AnswerQuestion>()
                    .RunAsync(new(Case, question, words), actor, default)
        );

    public async Task<T> AsStaffAsync<T>(
        string signIn,
        Role role,
        Func<IServiceProvider, Actor, Task<T>> act
    )
    {
        var id = await host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Users.Where(u => u.UserName == signIn)
                .Select(u => u.Id)
                .SingleAsync()
        );
        return await AsAsync(id, role, act);
    }

    public async Task<T> AsAsync<T>(
        Guid account,
        Role role,
        Func<IServiceProvider, Actor, Task<T>> act,
        DateOnly? on = null
    )
    {
        if (on is { } day)
            TravelTime.MoveTo(London.ToUtc(day, new TimeOnly(10, 0)));
        return await host.InScopeAsync(async services =>
        {
            var council = await services
                .GetRequiredService<FosterDb>()
                .Set<Council>()
                .Where(c => c.Code == Council)
                .Select(c => c.Id)
                .SingleAsync();
            var actor =
                await services
                    .GetRequiredService<ActorSource>()
                    .EnterAsync(account, council, role, default)
                ?? throw new InvalidOperationException($"{role} may not enter.");
            return await act(services, actor);
        });
    }

    public Task<Deadline> ClockAsync(Guid question, DeadlineLine? line = null) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<Deadline>()
                .IgnoreQueryFilters()
                .Where(d =>
                    d.SubjectId == question
                    && d.LineKey == (line ?? DeadlineRules.QuestionAnswered).Key
                )
                .OrderByDescending(d => d.Id)
                .FirstAsync()
        );

    public Task AllocateAsync(string signIn, Role role) =>
        Village.ChangeAsync(
            host,
            Council,
            async (services, actor) =>
            {
                var worker = await services
                    .GetRequiredService<FosterDb>()
                    .Users.SingleAsync(u => u.UserName == signIn);
                await services
                    .GetRequiredService<AllocateWorker>()
                    .RunAsync(new(Case, worker.Id, role, new(2026, 4, 1)), actor, default);
            }
        );
}
