using Foster.Web.Features.Applications.Sections;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

public sealed record AddPartnerInput(Guid CaseId, NewPerson Partner);

/// <summary>
/// Somebody who was going to apply alone applies with a partner after all: staff add the partner before anything is
/// sent, and the partner gets an invitation of their own (R-APP-06).
/// </summary>
public sealed class AddPartner(
    FosterDb db,
    CaseReads cases,
    AddApplicant add,
    OpenApplicationReads openOnes,
    SendInvitation send,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(AddPartnerInput input, Actor actor, CancellationToken ct)
    {
        var application = await db.Set<Application>()
            .SingleOrDefaultAsync(a => a.CaseId == input.CaseId, ct);
        if (application is null)
            return Result.Refused("This application is not open to you.");
        var against = await AgainstAsync(application, input.Partner, actor, ct);
        if (against.Count > 0)
            return Result.Refused(against);
        var added = await add.RunAsync(new(input.CaseId, input.Partner, clock.Today), actor, ct);
        if (!added.Ok)
            return added;
        var person = added.Value;
        var part = new ApplicantPart
        {
            CouncilId = application.CouncilId,
            CaseId = application.CaseId,
            ApplicationId = application.Id,
            PersonId = person.Id,
            Position = 2,
        };
        db.Add(part);
        var reached = await send.RunAsync(
            new(
                part,
                new(
                    person.Id,
                    person.GivenName,
                    person.FamilyName,
                    person.DateOfBirth,
                    person.Email,
                    person.Telephone,
                    IsApplicant: true,
                    2,
                    ""
                )
            ),
            actor,
            ct
        );
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote(
                "application.partner-added",
                $"{person.FullName} applies too, as partner"
                    + (reached ? "; invitation sent" : "; no e-mail address")
            )
            {
                ForApplicant = $"{person.GivenName} applies together with you from now on",
                Rules = ["R-VAL-01", "R-APP-06", "R-DP-18"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    private async Task<List<Refusal>> AgainstAsync(
        Application application,
        NewPerson partner,
        Actor actor,
        CancellationToken ct
    )
    {
        var against = new List<Refusal>();
        if (!actor.Is(Role.RecruitmentOfficer, Role.TeamManager))
            against.Add(
                new Refusal("A partner is added by recruitment officers and team managers.")
            );
        if (application.State != ApplicationState.Draft)
            against.Add(
                new Refusal(
                    $"The application is {ApplicationMachine.Words(application.State)}, so nobody can be added. "
                        + "A couple then applies anew.",
                    "T-APP-01"
                )
            );
        if ((await cases.ApplicantsAsync(application.CaseId, ct)).Count != 1)
            against.Add(new Refusal("Two people apply already.", "R-VAL-01"));
        if (partner.DateOfBirth is { } born && born.AddYears(YouSection.LeastAge) > clock.Today)
            against.Add(
                new Refusal(
                    $"A partner must be {YouSection.LeastAge} or over to apply.",
                    "R-ELIG-01",
                    "date-of-birth"
                )
            );
        var asPerson = new CasePerson(
            Guid.Empty,
            partner.GivenName,
            partner.FamilyName,
            partner.DateOfBirth,
            null,
            null,
            true,
            2,
            ""
        );
        if (await openOnes.AnyOfAsync([asPerson], ct))
            against.Add(
                new Refusal(
                    "Somebody of this name and date of birth has an open application already.",
                    "R-VAL-09",
                    "given-name"
                )
            );
        return against;
    }
}
