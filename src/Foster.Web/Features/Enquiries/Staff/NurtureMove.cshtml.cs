using Foster.Web.Features.Enquiries.Nurturing;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Moves the day on which somebody is asked again.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class NurtureMoveModel(
    EnquiryReads enquiries,
    NurtureReads nurtures,
    MoveAskAgain move
) : NurtureFormPage(enquiries, nurtures)
{
    internal static readonly DateField AskOn = new("ask-on")
    {
        Label = "When do you ask them again?",
        Called = "Day to ask again",
    };

    internal static readonly TextField Why = new("why")
    {
        Label = "Why?",
        Called = "Reason",
        Hint = "Staff only, such as “moving house until June”",
        MissingMessage = "Enter why",
        Max = 500,
        Rows = 3,
    };

    protected override string Done => "The day is moved.";

    protected override Form Make() => new(AskOn, Why);

    protected override void Begin() => Form.Fill(AskOn, Nurture?.AskOn);

    protected override Task<Result> ActAsync(Guid caseId, CancellationToken ct) =>
        move.RunAsync(new(caseId, Form.Must(AskOn), Form.Must(Why)), Actor, ct);
}
