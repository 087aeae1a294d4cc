using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Somebody whom Foster asks again by email: the days, their consent, and what they told staff.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class KeepWarmOneModel(
    KeepWarmReads reads,
    StillThinking thinking,
    AskLater later,
    StopKeepWarm stop,
    LondonClock clock
) : FormPage
{
    private const string AnotherTime = "later";
    private const string Never = "stop";

    private static readonly ChoiceField<string> Said = new(
        "said",
        new Option<string>("thinking", "Not yet: ask again as agreed"),
        new Option<string>(AnotherTime, "Not yet: ask at another time"),
        new Option<string>(Never, "Stop asking", "It ends at once")
    )
    {
        Label = "What did they say?",
        MissingMessage = "Select what they said",
    };

    private static readonly ChoiceField<AskEvery> Every = AskRhythm.Field(
        "And how often from then on?",
        form => form.Get(Said) == AnotherTime
    );

    private ChoiceField<string> month = null!;

    public KeepWarmLine Line { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid keepWarmId, CancellationToken ct) =>
        await LoadAsync(keepWarmId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid keepWarmId, CancellationToken ct)
    {
        if (!await LoadAsync(keepWarmId, ct))
            return NotFound();
        var by = Actor with { OnBehalfOf = Line.FirstName };
        return await SendAsync(
            token =>
                Form.Must(Said) switch
                {
                    Never => stop.RunAsync(new(keepWarmId), by, token),
                    AnotherTime => later.RunAsync(
                        new(keepWarmId, KeepWarmMonths.Read(Form.Must(month)), Form.Must(Every)),
                        by,
                        token
                    ),
                    _ => thinking.RunAsync(new(keepWarmId), by, token),
                },
            KeepWarmModel.Of(keepWarmId),
            "What they said is noted.",
            ct
        );
    }

    private async Task<bool> LoadAsync(Guid keepWarmId, CancellationToken ct)
    {
        if (await reads.OfCouncilAsync(keepWarmId, Actor.CouncilId, ct) is not { } line)
            return false;
        Line = line;
        month = KeepWarmMonths.Field(
            "If at another time: in which month next?",
            clock.Today,
            form => form.Get(Said) == AnotherTime
        );
        Form = new Form(Said, month, Every);
        return true;
    }
}
