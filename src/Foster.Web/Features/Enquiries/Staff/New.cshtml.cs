using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>An officer writes down an enquiry from a call, an event or a visit to the office.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class NewModel(SubmitEnquiry submit, CouncilChoice councils, LondonClock clock)
    : FormPage
{
    public static Field[] Partner { get; } =
    [
        NewFields.PartnerGiven,
        NewFields.PartnerFamily,
        NewFields.PartnerBorn,
        NewFields.PartnerEmail,
        NewFields.PartnerTelephone,
    ];

    public static Field[] Call { get; } =
    [NewFields.Channel, NewFields.ReceivedOn, NewFields.ReceivedTime];

    public static Field[] Person { get; } =
    [
        NewFields.Given,
        NewFields.Family,
        NewFields.Born,
        NewFields.Email,
        NewFields.Telephone,
        NewFields.WhenToCall,
    ];

    public static Field[] Home { get; } =
    [NewFields.Lines, NewFields.Town, NewFields.Postcode, NewFields.Others, NewFields.SpareRooms];

    public static Field[] More { get; } =
    [
        NewFields.Interests,
        NewFields.KnowsChild,
        NewFields.CurrentService,
        NewFields.ChildrenPlaced,
        NewFields.HeardFrom,
        NewFields.HowHeard,
        NewFields.AccessNeeds,
    ];

    public static Field[] Asked { get; } =
    [NewFields.Connected, NewFields.WithWhom, NewFields.Consent, NewFields.Privacy];

    public IActionResult OnGet()
    {
        Form = Make();
        Form.Suggest(NewFields.ReceivedOn, Today)
            .Suggest(NewFields.ReceivedTime, TimeOnly.FromDateTime(clock.ToLondon(clock.Now)));
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form = Make();
        return SendAsync(
            async token =>
            {
                var council = (await councils.AllAsync(token)).Single(c => c.Id == Actor.CouncilId);
                var input = NewFields.Input(
                    Form,
                    council,
                    clock.FromLondon(
                        Form.Must(NewFields.ReceivedOn),
                        Form.Must(NewFields.ReceivedTime)
                    )
                );
                if (!input.Ok)
                    return Result<Sent>.Refused(input.Refusals);
                var result = await submit.RunAsync(input.Value, Actor, token);
                return result.Ok ? Next(result.Value) : Result<Sent>.Refused(result.Refusals);
            },
            ct
        );
    }

    /// <summary>A restricted enquiry is closed to its writer too, unless they are named for it.</summary>
    private static Sent Next(SubmittedEnquiry made) =>
        (made.Restricted, made.Already) switch
        {
            (true, true) => new(
                "/staff/enquiries",
                $"You had recorded this enquiry already: it is {made.Reference}, and nothing was stored a second time. It is restricted: only the intake officers can open it."
            ),
            (false, true) => new(
                $"/staff/enquiries/{made.CaseId}",
                $"You had recorded this enquiry already: it is {made.Reference}, and nothing was stored a second time. If you changed something since, correct it here."
            ),
            (true, false) => new(
                "/staff/enquiries",
                $"The enquiry {made.Reference} is recorded and restricted: only the intake officers can open it. First contact is due by {BritishDate.Long(made.ContactDueOn)}."
            ),
            _ => new(
                $"/staff/enquiries/{made.CaseId}",
                $"The enquiry is recorded. First contact is due by {BritishDate.Long(made.ContactDueOn)}."
            ),
        };

    private static Form Make() => new([.. Call, .. Person, .. Partner, .. Home, .. More, .. Asked]);
}
