using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries;

/// <summary>Whether somebody enquires alone or with a partner.</summary>
public sealed partial class Enquiry
{
    private const string Alone = "Enquires alone";
    private const string Together = "Enquires with a partner";

    /// <summary>How the words about the household begin.</summary>
    public static string Applicants(bool joint) => joint ? Together : Alone;

    /// <summary>They turn out to enquire with a partner, or alone after all; the visit follows it (R-ENQ-06).</summary>
    public Result ChangeApplicants(
        Actor actor,
        bool joint,
        DateOnly on,
        IReadOnlyList<Refusal> against
    ) =>
        Move(
            EnquiryVerb.ChangeApplicants,
            actor,
            [
                .. against,
                .. joint == Joint
                    ? new[]
                    {
                        new Refusal(
                            joint
                                ? "They enquire with a partner already."
                                : "They enquire alone already.",
                            "R-VAL-01"
                        ),
                    }
                    : [],
            ],
            on,
            () =>
            {
                if (
                    HouseholdSummary is { } said
                    && said.StartsWith(Applicants(Joint), StringComparison.Ordinal)
                )
                    HouseholdSummary = Applicants(joint) + said[Applicants(Joint).Length..];
                Joint = joint;
            }
        );
}
