using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries.Nurturing;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries;

/// <summary>
/// What somebody whose enquiry ends said of being asked again, as staff write it down: Foster asks them by email, or they
/// stand on the list of those who are called (M-HUB-10). The caller saves.
/// </summary>
public sealed class AskAgainBook(
    CaseReads cases,
    NurtureBook nurtures,
    LeaveKeepWarm leave,
    LondonClock clock
)
{
    public async Task<IReadOnlyList<Refusal>> AgainstAsync(
        Enquiry enquiry,
        AskAgain? again,
        CancellationToken ct
    ) => nurtures.Against(again, (await EnquirerAsync(enquiry, ct)).Email is not null);

    public async Task AgreedAsync(
        Enquiry enquiry,
        NurtureWhy why,
        AskAgain again,
        Actor actor,
        CancellationToken ct
    )
    {
        enquiry.Lost = again.Lost;
        var enquirer = await EnquirerAsync(enquiry, ct);
        if (again is not { AgreedAgain: true, ByEmail: true, AskOn: { } on, Every: { } every })
        {
            nurtures.Agreed(enquiry, why, again);
            if (again.AgreedAgain && enquirer.Email is { } email)
                await leave.GoesWithAsync(enquiry, email, ct);
            return;
        }
        await leave.KeepAsync(
            new(
                enquiry.CouncilId,
                enquirer.GivenName,
                enquirer.Email!,
                on,
                every,
                clock.Now,
                actor.Name,
                enquiry.CaseId
            ),
            actor,
            ct
        );
    }

    private async Task<CasePerson> EnquirerAsync(Enquiry enquiry, CancellationToken ct) =>
        (await cases.ApplicantsAsync(enquiry.CaseId, ct))[0];
}
