using Foster.TestKit;
using Foster.Tests.Applications;
using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Journeys;
using Microsoft.EntityFrameworkCore;

namespace Foster.Tests.Assessment;

/// <summary>What a household has answered about its animals: a dog called Biscuit and a cat, or none.</summary>
internal static class NamedAnimals
{
    private static readonly (string, string)[] Two =
    [
        ("any", "yes"),
        ("animal-count", "2"),
        ("animal-1-kind", "dog"),
        ("animal-1-breed", "XL Bully"),
        ("animal-1-name", "Biscuit"),
        ("animal-1-licence", "yes"),
        ("animal-1-hurt", "yes"),
        ("animal-2-kind", "cat"),
        ("animal-2-breed", "Tabby"),
        ("animal-2-licence", "no"),
        ("animal-2-hurt", "no"),
    ];

    public static Task<int> AnswerAsync(AssessmentStage stage, FosterHost host, bool any = true) =>
        stage.ReadAsync(
            async (_, db) =>
            {
                var application = await db.Set<Application>()
                    .SingleAsync(a => a.CaseId == stage.Case);
                var section = PlainAnswers.Section("pets");
                var answers = new SectionAnswers
                {
                    CouncilId = stage.Council,
                    CaseId = stage.Case,
                    ApplicationId = application.Id,
                    Holder = application.Id,
                    Section = section.Key,
                };
                answers.Keep(
                    KeptAnswers.Read(PlainAnswers.Of("pets", any ? Two : [])),
                    section.MarkOfInput,
                    true,
                    host.Clock.GetUtcNow().UtcDateTime
                );
                db.Add(answers);
                return await db.SaveChangesAsync();
            }
        );
}
