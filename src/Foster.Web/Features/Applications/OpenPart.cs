using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <summary>An application that its applicant may still change.</summary>
internal sealed record OpenPart(Application Application, ApplicantPart Part)
{
    public const string Locked =
        "You have sent your part, so it cannot be changed here any more. Call your worker, who can correct it.";
}

internal static class OpenParts
{
    /// <summary>
    /// The actor's own application and part, to be changed. Refused once their part is sent; what both applicants share
    /// is closed as soon as one of them has sent.
    /// </summary>
    public static async Task<Result<OpenPart>> OpenPartAsync(
        this FosterDb db,
        Actor actor,
        CancellationToken ct,
        bool shared = false
    )
    {
        if (!actor.Is(Role.ProspectiveCarer) || actor.PersonId is not { } person)
            return Result<OpenPart>.Refused("Only the applicants fill in an application.");
        var part = await db.Set<ApplicantPart>()
            .Where(p => p.PersonId == person)
            .OrderByDescending(p => p.Id)
            .FirstOrDefaultAsync(ct);
        if (part is null)
            return Result<OpenPart>.Refused("You have not been invited to apply yet.");
        var application = await db.Set<Application>()
            .SingleAsync(a => a.Id == part.ApplicationId, ct);
        if (application.State != ApplicationState.Draft && application.ReceivedOn is null)
            return Result<OpenPart>.Refused("This application has ended.");
        if (part.IsSent || application.State != ApplicationState.Draft)
            return Result<OpenPart>.Refused(OpenPart.Locked, "T-APP-01");
        if (
            shared
            && await db.Set<ApplicantPart>()
                .AnyAsync(p => p.ApplicationId == application.Id && p.SubmittedAt != null, ct)
        )
            return Result<OpenPart>.Refused(
                "The other applicant has sent their part, and this section with it. Call your worker to correct it.",
                "T-APP-01"
            );
        return new OpenPart(application, part);
    }
}
