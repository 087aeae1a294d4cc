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
public sealed class DemoQuestions(DemoStage stage, LondonClock clock) : IDemoScenario
{
    private static readonly TimeOnly Morning = new(10, 15);

    public int Order => 60;

    public async Task PlayAsync(CancellationToken ct)
    {
        var today = clock.Today;
        await stage.AsAsync(
            "applicant@foster.example",
            Role.ProspectiveCarer,
            today.AddDays(-1),
            Morning,
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
        await stage.AsAsync(
            "carer@foster.example",
            Role.ApprovedCarer,
            today.AddDays(-12),
            Morning,
            async (s, actor) =>
                await s.GetRequiredService<AskQuestion>()
                    .RunAsync(
                        new(QuestionTopic.Training, "Is there a first aid course at a weekend?"),
                        actor,
                        ct
                    ),
            ct
        );
        await stage.AsAsync(
            "supervisor@foster.example",
            Role.SupervisingSocialWorker,
            today.AddDays(-9),
            Morning,
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
    }
}
