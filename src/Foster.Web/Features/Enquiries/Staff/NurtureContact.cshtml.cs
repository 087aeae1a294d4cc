using Foster.Web.Features.Enquiries.Nurturing;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Logs that somebody on the nurture list was asked again.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class NurtureContactModel(
    EnquiryReads enquiries,
    NurtureReads nurtures,
    LogAskedAgain log,
    LondonClock clock
) : NurtureFormPage(enquiries, nurtures)
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
        MissingMessage = "Enter what came of it",
    };

    private static readonly DateField Next = new("ask-on")
    {
        Label = "When do you ask them next?",
        Called = "Day to ask again",
        Hint = "Leave it empty for the next day of their rhythm, where they chose one",
        Optional = true,
    };

    protected override string Done => "The contact is logged.";

    protected override Form Make() => new(Reached, On, Time, Method, Outcome, Next);

    protected override void Begin() =>
        Form.Suggest(On, Today).Suggest(Time, TimeOnly.FromDateTime(clock.ToLondon(clock.Now)));

    protected override Task<Result> ActAsync(Guid caseId, CancellationToken ct) =>
        log.RunAsync(
            new(
                caseId,
                clock.FromLondon(Form.Must(On), Form.Must(Time)),
                Form.Must(Method),
                Form.Must(Reached),
                Form.Must(Outcome),
                Form.Get(Next)
            ),
            Actor,
            ct
        );
}
