using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>The assessor records the initial visit.</summary>
[ForRoles(Role.Assessor, Role.TeamManager)]
public sealed class VisitRecordModel(EnquiryReads reads, RecordVisit record)
    : EnquiryFormPage(reads)
{
    private static readonly DateField On = new("on")
    {
        Label = "When did you visit?",
        Called = "The date",
    };

    private static readonly YesNoField BothSeen = new("both-seen")
    {
        Label = "Did you see both partners?",
        MissingMessage = "Select yes if you saw both partners",
    };

    private static readonly YesNoField HomeViewed = new("home-viewed")
    {
        Label = "Did you view the home?",
        MissingMessage = "Select yes if you viewed the home",
    };

    private static readonly YesNoField BedroomViewed = new("bedroom-viewed")
    {
        Label = "Did you view the bedroom for a child?",
        MissingMessage = "Select yes if you viewed the bedroom",
    };

    private static readonly TextField Note = new("note")
    {
        Label = "What did you see and talk about?",
        Hint = "Staff only. Say what you recommend.",
        MissingMessage = "Enter what you saw and talked about",
        Rows = 10,
        Max = 8000,
    };

    protected override EnquiryVerb Verb => EnquiryVerb.RecordVisit;

    protected override Form Make() =>
        View.Enquiry.Joint
            ? new(On, BothSeen, HomeViewed, BedroomViewed, Note)
            : new(On, HomeViewed, BedroomViewed, Note);

    public Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        ShowAsync(caseId, ct, () => SuggestDay(On));

    public Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        ActAsync(
            caseId,
            token =>
                record.RunAsync(
                    new(
                        caseId,
                        Form.Must(On),
                        View.Enquiry.Joint ? Form.Must(BothSeen) : null,
                        Form.Must(HomeViewed),
                        Form.Must(BedroomViewed),
                        Form.Must(Note)
                    ),
                    Actor,
                    token
                ),
            "The visit is recorded.",
            ct
        );
}
