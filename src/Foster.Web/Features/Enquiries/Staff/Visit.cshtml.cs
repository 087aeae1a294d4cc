using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Agrees the appointment for the visit, or moves it.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.Assessor)]
public sealed class VisitModel(EnquiryReads reads, ScheduleVisit schedule, LondonClock clock)
    : EnquiryFormPage(reads)
{
    private static readonly DateField On = new("on") { Label = "Date of the visit" };
    private static readonly TimeField Time = new("time")
    {
        Label = "Time",
        Hint = "For example, 10am",
    };

    private static readonly TextField Interpreter = new("interpreter")
    {
        Label = "Interpreter needed",
        Hint = "The language, or British Sign Language. Leave empty if none is needed.",
        Optional = true,
        Max = 100,
    };

    protected override EnquiryVerb Verb => EnquiryVerb.ScheduleVisit;

    protected override Form Make() => new(On, Time, Interpreter);

    protected override IReadOnlyList<Refusal> Against() =>
        View.Assessor is null ? [new("Name the assessor who visits first.", "T-ENQ-04")] : [];

    public Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        ShowAsync(
            caseId,
            ct,
            () =>
            {
                if (View.Enquiry.VisitAt is { } at)
                    Form.Fill(On, clock.DateOf(at))
                        .Fill(Time, TimeOnly.FromDateTime(clock.ToLondon(at)))
                        .Fill(Interpreter, View.Visits is [var last, ..] ? last.Interpreter : null);
            }
        );

    public Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        ActAsync(
            caseId,
            token => schedule.RunAsync(new(caseId, At, Form.Get(Interpreter)), Actor, token),
            Done,
            ct
        );

    private DateTime At => clock.FromLondon(Form.Must(On), Form.Must(Time));

    /// <summary>What came of it: arranged or moved, who is told, and whether it is later than was promised (R-ENQ-05).</summary>
    private string Done()
    {
        var was = View.Enquiry.State is EnquiryState.VisitScheduled ? View.Enquiry.VisitAt : null;
        var told = View.People.Any(p => p is { IsApplicant: true, Email: not null })
            ? "they are told by email"
            : "nobody of them has an email address here, so tell them yourself";
        var done =
            was is null ? $"The visit is arranged; {told}."
            : was != At ? $"The visit is moved; {told}."
            : "The appointment is saved. Its day and time are as before, so nobody is written to.";
        return View.Enquiry.VisitDueOn is { } due && Form.Must(On) > due
            ? $"{done} It is after {BritishDate.Long(due)}, the day by which it is due (R-ENQ-05)."
            : done;
    }
}
