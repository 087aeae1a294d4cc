using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <param name="Section">The key of a section that is a list of questions.</param>
/// <param name="Answers">As the form of the section keeps them.</param>
/// <param name="Finished">False keeps what there is without checking it.</param>
public sealed record SaveSectionInput(string Section, string Answers, bool Finished);

/// <summary>
/// An applicant saves a section: finished, when every answer has to be right, or kept for later, when none has. What is
/// kept for later leaves no trace in the history; somebody is still thinking.
/// </summary>
public sealed class SaveSection(FosterDb db, CaseHistory history, LondonClock clock)
{
    public async Task<Result> RunAsync(SaveSectionInput input, Actor actor, CancellationToken ct)
    {
        if (ApplySections.Find(input.Section) is not AskedSection section)
            return Result.Refused("The application has no such section.");
        var together = section.Owner == SectionOwner.Household;
        var found = await db.OpenPartAsync(actor, ct, shared: together);
        if (!found.Ok)
            return found;
        var (application, part) = found.Value;
        var form = section.NewForm().FromJson(input.Answers);
        if (input.Finished)
            section.Check(form, clock.Today);
        if (!form.Ok)
            return Result.Refused([
                .. form.Errors.Select(e => new Refusal(e.Message, section.RuleId, e.Field?.Name)),
            ]);
        var answers = form.ToJson();
        if (answers.Length > SectionAnswers.Longest)
            return Result.Refused("This is too long to be kept. Shorten the longest answer.");
        var holder = together ? application.Id : part.PersonId;
        var kept = await db.Set<SectionAnswers>()
            .SingleOrDefaultAsync(
                a => a.CaseId == part.CaseId && a.Section == section.Key && a.Holder == holder,
                ct
            );
        if (kept is null)
            db.Add(
                kept = new SectionAnswers
                {
                    CouncilId = part.CouncilId,
                    CaseId = part.CaseId,
                    ApplicationId = application.Id,
                    PersonId = together ? null : part.PersonId,
                    Holder = holder,
                    Section = section.Key,
                }
            );
        kept.Keep(KeptAnswers.Read(answers), section.MarkOfInput, input.Finished, clock.Now);
        if (input.Finished)
            await history.WriteAsync(
                actor,
                part.CaseId,
                new HistoryNote("application.section", $"The section “{section.Title}” was saved")
                {
                    ForApplicant = $"The section “{section.Title}” was saved",
                    PersonId = together ? null : part.PersonId,
                    Rules = [section.RuleId],
                },
                ct
            );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
