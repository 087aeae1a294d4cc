using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Logs a conversation or an attempt.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class ContactModel(EnquiryReads reads, LogContact log, LondonClock clock)
    : EnquiryFormPage(reads)
{
    private static readonly YesNoField Reached = new("reached")
    {
        Label = "Did you speak with them?",
        Yes = "Yes",
        No = "No, this was an attempt",
        MissingMessage = "Select yes if you spoke with them",
    };

    private static readonly DateField On = new("on") { Label = "Date" };
    private static readonly TimeField Time = new("time")
    {
        Label = "Time",
        Hint = "For example, 2:30pm",
    };

    private static readonly ChoiceField<ContactMethod> Method = new("method", EnquiryWords.Methods)
    {
        Label = "How?",
        MissingMessage = "Select how you contacted them",
    };

    private static readonly TextField Outcome = new("outcome")
    {
        Label = "What came of it?",
        Hint = "In a few words, such as “wants the pack” or “no answer, left a message”",
        MissingMessage = "Enter what came of it",
    };

    private static readonly TextField Note = new("note")
    {
        Label = "Notes",
        Hint =
            "Staff only. No health or criminal details at this stage. A concern about a child has a page of its own: “Record a concern about a child”.",
        Optional = true,
        Rows = 5,
        Max = 4000,
    };

    protected override EnquiryVerb Verb => EnquiryVerb.LogContact;

    protected override Form Make() => new(Reached, On, Time, Method, Outcome, Note);

    public Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        ShowAsync(
            caseId,
            ct,
            () =>
            {
                SuggestDay(On);
                Form.Suggest(Time, TimeOnly.FromDateTime(clock.ToLondon(clock.Now)));
            }
        );

    public Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        ActAsync(
            caseId,
            token => log.RunAsync(Input(caseId), Actor, token),
            () =>
                Input(caseId).IsIn(View.Contacts, Actor)
                    ? "You had logged this contact already, so it stands there once."
                    : "The contact is logged.",
            ct
        );

    private LogContactInput Input(Guid caseId) =>
        new(
            caseId,
            clock.FromLondon(Form.Must(On), Form.Must(Time)),
            Form.Must(Method),
            Form.Must(Reached),
            Form.Must(Outcome),
            Form.Get(Note)
        );
}
