using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries.Emails;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Security;

namespace Foster.Web.Features.Enquiries;

/// <summary>The message that an enquiry has arrived: reference, the day by which we call, and a link (R-ENQ-03).</summary>
public sealed class EnquiryPromise(Links links, Outbox outbox)
{
    /// <summary>How long the page that shows where an enquiry stands can be opened by its link.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromDays(180);

    public Task SendAsync(
        ReservedEnquiry enquiry,
        Person applicant,
        Council council,
        DateOnly due,
        CancellationToken ct
    ) =>
        applicant.Email is { } email
            ? SendAsync(enquiry, email, applicant.GivenName, council, due, ct)
            : Task.CompletedTask;

    /// <summary>The same for an enquiry that is there or to come.</summary>
    public async Task SendAsync(
        ReservedEnquiry enquiry,
        string email,
        string firstName,
        Council council,
        DateOnly due,
        CancellationToken ct
    )
    {
        var secret = await links.IssueAsync(
            LinkPurpose.EnquiryStatus,
            council.Id,
            enquiry.CaseId,
            enquiry.EnquiryId,
            enquiry.ApplicantId,
            LinkLife,
            ct,
            first: true
        );
        outbox.Post(
            council.Id,
            enquiry.CaseId,
            EnquiryEmail.Acknowledged(
                email,
                firstName,
                enquiry.Reference,
                council,
                due,
                links.Absolute($"/enquiry/{secret}")
            )
        );
    }
}
