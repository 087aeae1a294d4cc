using Foster.Web.Features.Operate.Councils;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>How many referees the council asks applicants for (R-REF-03).</summary>
public sealed class CouncilRefereesModel : FormPage
{
    private static readonly NumberField Personal = new("personal")
    {
        Label = "How many people does a household name in all, of friends, family and others?",
        Called = "People in all",
        Hint = "The law asks for 2 who are interviewed. 3 is usual.",
        MissingMessage = "Enter how many people a household names",
        Max = ChangeRefereeNeeds.Most,
    };

    private static readonly NumberField Family = new("family")
    {
        Label = "How many of them are family?",
        Called = "Of them family",
        MissingMessage = "Enter how many are family, or 0",
        Max = ChangeRefereeNeeds.Most,
    };

    private static readonly NumberField LongKnown = new("long-known")
    {
        Label = "How many have known the applicant for 5 years or more?",
        Called = "Known for 5 years",
        MissingMessage = "Enter how many have known them for 5 years or more, or 0",
        Max = ChangeRefereeNeeds.Most,
    };

    private static readonly YesNoField Employers = new("employers")
    {
        Label = "Do applicants name their employer as well?",
        MissingMessage = "Select yes if applicants name their employer as well",
    };

    private static readonly YesNoField FormerPartners = new("former-partners")
    {
        Label = "Do applicants name former partners with whom they looked after children?",
        MissingMessage = "Select yes if applicants name former partners as well",
    };

    private readonly CouncilDirectory councils;
    private readonly ChangeRefereeNeeds change;

    public CouncilRefereesModel(CouncilDirectory councils, ChangeRefereeNeeds change)
    {
        (this.councils, this.change) = (councils, change);
        Form = new Form(Personal, Family, LongKnown, Employers, FormerPartners);
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var council = await councils.OfAsync(Actor, ct);
        Form.Fill(Personal, (int?)council.PersonalReferees)
            .Fill(Family, (int?)council.FamilyReferees)
            .Fill(LongKnown, (int?)council.LongKnownReferees)
            .Fill(Employers, (bool?)council.AsksEmployers)
            .Fill(FormerPartners, (bool?)council.AsksFormerPartners);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await SendAsync(
            token =>
                change.RunAsync(
                    new(
                        Form.Must(Personal),
                        Form.Must(Family),
                        Form.Must(LongKnown),
                        Form.Must(Employers),
                        Form.Must(FormerPartners)
                    ),
                    Actor,
                    token
                ),
            "/admin/council",
            "The numbers of referees are saved.",
            ct
        );
}
