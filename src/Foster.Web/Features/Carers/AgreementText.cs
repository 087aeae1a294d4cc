using Foster.Web.Features.Assessment;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;

namespace Foster.Web.Features.Carers;

/// <summary>The words of the foster care agreement, under the headings that Schedule 5 asks for (R-AGR-02).</summary>
public static class AgreementText
{
    /// <summary>How a line that is a heading begins.</summary>
    public const string Heading = "# ";

    public static string For(
        Council council,
        IReadOnlyList<string> carers,
        DateOnly approvedOn,
        ApprovalTerms terms
    )
    {
        var who = string.Join(" and ", carers);
        return string.Join(
            "\n\n",
            $"This is the agreement between {council.Name} (the service) and {who} (you). It is signed before any child is placed with you.",
            "# Your terms of approval",
            $"You were approved on {BritishDate.Long(approvedOn)} to foster {terms.InWords()}. A child outside these terms is placed with you only after the terms are changed, or in an emergency for as long as the law allows.",
            "# Support and training",
            $"A supervising social worker is named for you, meets you regularly and is there to help. You can ring {council.TeamName} on {council.Telephone} ({council.OpeningHours}), and out of hours on {council.OutOfHoursTelephone}. We offer you induction, training, support groups and breaks, and help you to complete the training, support and development standards within 12 months of approval, or 18 months if you are family or a friend of the child.",
            "# Reviews of your approval",
            "We review your approval within a year, and then at least once a year. We ask for your views and those of the children who live with you, write a report, tell you the outcome in writing, and explain how you can challenge it.",
            "# How children are placed",
            "Before a child comes to you, we tell you what we know and agree a placement plan with you: what the child needs, how you look after them day to day, what you may decide yourself, and what we pay you.",
            "# Insurance and legal liabilities",
            "We tell you in writing what cover we hold for you and your household for damage, injury and legal costs that arise from fostering, and what your own insurance has to cover.",
            "# Representations and complaints",
            "We tell you how to make a complaint or representations about our decisions, and what happens when somebody complains about you or makes an allegation.",
            "# What you agree to",
            "You care for any child placed with you as if they were a member of your own family, and promote their welfare.",
            "You tell us in writing, with full details and before it happens where you can, of: an intended change of address; a change in who lives in your household; any other change or event that affects your capacity or suitability to foster; and a further application by anyone in your household to foster, to adopt or to mind children.",
            "You do not use corporal punishment on any child placed with you.",
            "You keep information about a child, their family and anyone else that was given to you in confidence private, and share it only as we agree.",
            "You follow the placement plan and the policies of the service, and let us visit your home.",
            "You keep us informed of the child's progress and tell us at once of significant events.",
            "You let us take a child away when the placement is no longer suitable for them."
        );
    }
}
