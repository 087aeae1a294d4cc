using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries;

/// <param name="Partner">With whom they enquire from now on; null for nobody.</param>
/// <param name="StaysAtHome">Of a partner who no longer enquires: they go on living there.</param>
public sealed record ChangeApplicantsInput(
    Guid CaseId,
    NewPerson? Partner,
    bool StaysAtHome,
    string Reason
);

/// <summary>
/// Somebody turns out to enquire with a partner, or alone after all. The visit then needs both, or the one (R-ENQ-06).
/// </summary>
public sealed class ChangeApplicants(
    EnquiryAct act,
    AddApplicant add,
    RemoveApplicant remove,
    CaseHistory history,
    LondonClock clock
)
{
    private const int AdultAge = 18;

    public async Task<Result> RunAsync(
        ChangeApplicantsInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await act.FindAsync(input.CaseId, ct) is not { } enquiry)
            return EnquiryAct.NotFound;
        var joint = input.Partner is not null;
        var against = new List<Refusal>(ReasonRule.Against(input.Reason));
        if (input.Partner is { DateOfBirth: { } born } && born.AddYears(AdultAge) > clock.Today)
            against.Add(
                new(
                    $"A partner who enquires as well must be {AdultAge} or over.",
                    "R-ELIG-01",
                    "date-of-birth"
                )
            );
        var changed = enquiry.ChangeApplicants(actor, joint, clock.Today, against);
        if (!changed.Ok)
            return changed;
        var partner = input.Partner is { } who
            ? await add.RunAsync(new(input.CaseId, who, clock.Today), actor, ct)
            : await remove.RunAsync(new(input.CaseId, input.StaysAtHome, clock.Today), actor, ct);
        if (!partner.Ok)
            return Result.Refused([.. partner.Refusals]);
        await history.WriteAsync(
            actor,
            enquiry.CaseId,
            new HistoryNote(
                "enquiry.applicants",
                joint
                    ? $"Enquires with a partner from now on: {partner.Value.FullName}"
                    : $"Enquires alone from now on, without {partner.Value.FullName}"
            )
            {
                Reason = input.Reason.Trim(),
                ForApplicant = joint
                    ? "You enquire with your partner from now on"
                    : "You enquire alone from now on",
                Rules = ["R-ENQ-06", "R-VAL-01", "R-VAL-06"],
            },
            ct
        );
        await act.SaveAsync(enquiry, ct);
        return Result.Done;
    }
}
