using Foster.Web.Features.Enquiries.LookUps;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>A concern that somebody told us, or that we saw; the team manager reads it.</summary>
[Records(AccessKind.Confidential)]
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager, Role.Assessor)]
public sealed class RecordConcernModel(EnquiryReads reads, RecordConcern record)
    : EnquiryFormPage(reads)
{
    public const string Stopped = "The enquiry is stopped. The team manager is asked to decide.";

    private static readonly DateField On = new("on")
    {
        Label = "When did you hear of it or see it?",
        MissingMessage = "Enter the day you heard of it or saw it",
    };

    private static readonly TextField Note = new("note")
    {
        Label = "What is the concern?",
        Hint = "Who said or saw what, in their words where you can.",
        MissingMessage = "Enter what the concern is",
        Rows = 6,
        Max = 4000,
    };

    protected override EnquiryVerb Verb => EnquiryVerb.RecordConcern;

    protected override Form Make() => new(On, Note);

    public Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        ShowAsync(caseId, ct, () => Form.Suggest(On, Today));

    public Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        ActAsync(
            caseId,
            token => record.RunAsync(new(caseId, Form.Must(On), Form.Must(Note)), Actor, token),
            Stopped,
            ct
        );
}
