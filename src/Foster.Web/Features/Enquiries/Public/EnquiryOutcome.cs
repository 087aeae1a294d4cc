using System.Text.Json;
using Foster.Web.Foundation.Clock;

namespace Foster.Web.Features.Enquiries.Public;

/// <summary>What the confirmation page shows, kept when the answers are erased. Nothing in it is about a person.</summary>
/// <param name="ByTelephone">We call; otherwise we write an e-mail.</param>
/// <param name="KnowsChild">They asked about a child whom they know: the team's manager calls (R-ENQ-11).</param>
/// <param name="FostersNow">They foster for another service now (R-ENQ-12).</param>
/// <param name="ChildrenPlaced">A child is placed with them there.</param>
/// <param name="Why">How the date was counted, a line for each step.</param>
public sealed record EnquiryOutcome(
    string Reference,
    string Council,
    string Team,
    string Telephone,
    string OpeningHours,
    DateOnly CallBy,
    bool ByTelephone,
    bool ByEmail,
    bool Restricted,
    IReadOnlyList<string> Why,
    bool KnowsChild = false,
    bool FostersNow = false,
    bool ChildrenPlaced = false
)
{
    public static EnquiryOutcome Of(
        SubmittedEnquiry sent,
        SubmitEnquiryInput input,
        string council,
        Explanation why
    ) =>
        new(
            sent.Reference,
            council,
            sent.TeamName,
            sent.Telephone,
            sent.OpeningHours,
            sent.ContactDueOn,
            input.Applicant.Telephone is not null,
            input.Applicant.Email is not null,
            sent.Restricted,
            PlainWhy.Lines(why.Text),
            input.KnowsChild,
            input.CurrentService is not null,
            input.ChildrenPlaced
        );

    public string ToJson() => JsonSerializer.Serialize(this);

    public static EnquiryOutcome? FromJson(string? json) =>
        json is null ? null : JsonSerializer.Deserialize<EnquiryOutcome>(json);
}
