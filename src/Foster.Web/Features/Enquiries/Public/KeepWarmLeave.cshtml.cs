using Foster.Web.Features.Enquiries.Sources;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Public;

/// <summary>For somebody who is not ready: when shall we ask again? (M-HUB-10)</summary>
public sealed class KeepWarmLeaveModel(
    CouncilChoice councils,
    LeaveKeepWarm leave,
    SetAsideKeepWarm aside,
    ActorSource actors,
    TrailCookie trail,
    Foster.Web.Foundation.Clock.LondonClock clock
) : GuardedFormPage
{
    public const string Path = "/can-i-foster/not-now";

    private static readonly EmailField Email = new("email")
    {
        Label = "Email address",
        Hint = "We write to you at the times you choose, and at no others.",
        Autocomplete = "email",
        MissingMessage = "Enter your email address",
    };

    private static readonly ChoiceField<AskEvery> Every = AskRhythm.Field(
        "And how often from then on?"
    );

    private ChoiceField<string> month = null!;
    private ChoiceField<string>? council;

    public static TickField Consent { get; } =
        new("consent")
        {
            Label = "I agree",
            Called = "Your agreement",
            MustBeTicked =
                "Tick to agree, or leave this page: without your agreement we keep nothing",
        };

    public IReadOnlyList<Council> Councils { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => MakeAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await MakeAsync(ct);
        return await GuardAsync(
            () =>
                SendAsync(
                    token =>
                    {
                        // Who is not sure is asked again by the council that takes what belongs to none.
                        var chosen =
                            EnquiryJourney.PreferredOf(council is null ? null : Form.Must(council))
                            ?? (Councils.FirstOrDefault(c => c.IsIntake) ?? Councils[0]).Id;
                        var wish = new LeaveKeepWarmInput(
                            chosen,
                            Form.Must(EnquiryQuestions.GivenName),
                            Form.Must(Email),
                            KeepWarmMonths.Read(Form.Must(month)),
                            Form.Must(Every),
                            Form.Must(Consent),
                            trail.Read(HttpContext) ?? trail.Here(HttpContext)
                        );
                        var actor = actors.Anyone(chosen);
                        return Signs is { Count: > 0 } signs
                            ? aside.RunAsync(new(wish, signs), actor, token)
                            : leave.RunAsync(wish, actor, token);
                    },
                    Path + "/kept",
                    "",
                    ct
                ),
            ct
        );
    }

    private async Task MakeAsync(CancellationToken ct)
    {
        Councils = await councils.AllAsync(ct);
        month = KeepWarmMonths.Field("In which month shall we ask you first?", clock.Today);
        council =
            Councils.Count == 1
                ? null
                : new(
                    "council",
                    [
                        .. Councils.Select(c => new Option<string>(c.Id.ToString(), c.Name)),
                        new(EnquiryJourney.UnsureKey, "I am not sure"),
                    ]
                )
                {
                    Label = "Which council would you foster for?",
                    Called = "Council",
                    MissingMessage = "Select a council, or that you are not sure",
                };
        Form = council is null
            ? new Form(EnquiryQuestions.GivenName, Email, month, Every, Consent)
            : new Form(EnquiryQuestions.GivenName, Email, council, month, Every, Consent);
    }
}
