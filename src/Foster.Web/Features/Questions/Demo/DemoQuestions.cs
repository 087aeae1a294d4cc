using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Questions.Demo;

/// <summary>An applicant waits for an answer, and a carer has one and asks something else.</summary>
public sealed class DemoQuestions(IServiceScopeFactory scopes, LondonClock clock) : IDemoScenario
{
    private const string Home = "HAR";

    public int Order => 60;

    public async Task PlayAsync(CancellationToken ct)
    {
        var today = clock.Today;
        await DoAsync(
            "applicant@foster.example",
            Role.ProspectiveCarer,
            today.AddDays(-1),
            async (s, actor) =>
                await s.GetRequiredService<AskQuestion>()
                    .RunAsync(
                        new(
                            QuestionTopic.Checks,
                            "I have lived abroad for a year. Which papers do you need for that?"
                        ),
                        actor,
                        ct
                    ),
            ct
        );
        await DoAsync(
            "carer@foster.example",
            Role.ApprovedCarer,
            today.AddDays(-12),
            async (s, actor) =>
                await s.GetRequiredService<AskQuestion>()
                    .RunAsync(
                        new(QuestionTopic.Training, "Is there a first aid course at a weekend?"),
                        actor,
                        ct
                    ),
            ct
        );
        await DoAsync(
            "supervisor@foster.example",
            Role.SupervisingSocialWorker,
            today.AddDays(-9),
            async (s, actor) =>
                await s.GetRequiredService<FosterDb>()
                    .Set<Question>()
                    .Where(q => q.Holder == Role.SupervisingSocialWorker)
                    .FirstOrDefaultAsync(ct)
                    is { } asked
                    ? await s.GetRequiredService<AnswerQuestion>()
                        .RunAsync(
                            new(
                                asked.CaseId,
                                asked.Id,
                                "Yes, on the second Saturday of each month. I have put you down for the next one."
                            ),
                            actor,
                            ct
                        )
                    : Result.Done,
            ct
        );
        await PostedAsync(ct);
    }

    private async Task DoAsync(
        string signIn,
        Role role,
        DateOnly on,
        Func<IServiceProvider, Actor, Task<Result>> act,
        CancellationToken ct
    )
    {
        TravelTime.MoveTo(London.ToUtc(on, new TimeOnly(10, 15)));
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        var council = await db.Set<Council>().SingleAsync(c => c.Code == Home, ct);
        var account = await db.Set<Account>()
            .Where(a => a.UserName == signIn)
            .Select(a => a.Id)
            .FirstOrDefaultAsync(ct);
        if (
            await services
                .ServiceProvider.GetRequiredService<ActorSource>()
                .EnterAsync(account, council.Id, role, ct)
            is not { } actor
        )
            return;
        var result = await act(services.ServiceProvider, actor);
        if (!result.Ok)
            throw new InvalidOperationException($"{signIn}: {result.Reasons}");
    }

    /// <summary>What was posted then went out then.</summary>
    private async Task PostedAsync(CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        var council = await db.Set<Council>().SingleAsync(c => c.Code == Home, ct);
        services.ServiceProvider.GetRequiredService<ActorSource>().System(council.Id);
        foreach (
            var message in await db.Set<OutboxMessage>()
                .Where(m => m.State == OutboxState.Queued && m.Kind.StartsWith("question."))
                .ToListAsync(ct)
        )
            (message.State, message.SentAt) = (OutboxState.Sent, message.CreatedAt);
        await db.SaveChangesAsync(ct);
    }
}
