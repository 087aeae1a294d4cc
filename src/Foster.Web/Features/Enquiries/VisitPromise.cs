using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries.Emails;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Enquiries;

/// <summary>Starts the days within which somebody who expressed an interest is visited, and tells them (R-ENQ-05).</summary>
public sealed class VisitPromise(
    EnquiryAct act,
    DeadlineBook deadlines,
    Outbox outbox,
    LondonClock clock
)
{
    /// <summary>
    /// The days are counted from the interest, also where it had to wait. A day that passed meanwhile is nothing that
    /// they could be promised. The caller saves.
    /// </summary>
    public async Task MakeAsync(Enquiry enquiry, CasePerson enquirer, CancellationToken ct)
    {
        var due = await deadlines.OpenAsync(
            enquiry.CouncilId,
            enquiry.CaseId,
            enquiry.Id,
            DeadlineRules.InitialVisit,
            enquiry.EoiOn!.Value,
            Role.RecruitmentOfficer,
            ct
        );
        enquiry.ExpectVisit(due.DueOn);
        if (due.DueOn < clock.Today)
            return;
        due.ApplicantTitle = "We visit you at home by";
        if (enquirer.Email is { } email)
            outbox.Post(
                enquiry.CouncilId,
                enquiry.CaseId,
                EnquiryEmail.InterestReceived(
                    email,
                    enquirer.GivenName,
                    (await act.CaseAsync(enquiry, ct)).Reference,
                    await act.CouncilAsync(enquiry, ct),
                    due.DueOn
                )
            );
    }
}
