using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Staff;

/// <summary>The team manager pauses an application, or ends the pause.</summary>
[ForRoles(Role.TeamManager)]
public sealed class PauseModel(
    ApplyReads reads,
    PauseReads pauses,
    PauseApplication pause,
    ResumeApplication resume
) : StaffPage(reads)
{
    private static readonly ChoiceField<PauseReason> Reason = new("reason", PauseWords.Reasons)
    {
        Label = "Why is it paused?",
        MissingMessage = "Select why it is paused",
    };

    private static readonly DateField From = new("from")
    {
        Label = "Since when?",
        MissingMessage = "Enter since when it is paused",
        Latest = today => today,
    };

    private static readonly DateField On = new("on")
    {
        Label = "From which day does it go on?",
        MissingMessage = "Enter the day from which it goes on",
        Latest = today => today,
    };

    private static readonly TextField Reasons = new("reasons")
    {
        Label = "Reasons",
        Hint = "At least 20 characters. Staff only. After a review, what it found.",
        MissingMessage = "Enter your reasons",
        Rows = 4,
        Max = 2000,
    };

    /// <summary>Since when it rests; null while it goes on.</summary>
    public DateOnly? Since { get; private set; }

    public IReadOnlyList<ApplicationPause> Earlier { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        if (!await OpenAsync(caseId, ct))
            return NotFound();
        Form.Suggest(Since is null ? From : On, Today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        await OpenAsync(caseId, ct)
            ? await SendAsync(
                token =>
                    Since is null
                        ? pause.RunAsync(
                            new(caseId, Form.Must(Reason), Form.Must(From), Form.Must(Reasons)),
                            Actor,
                            token
                        )
                        : resume.RunAsync(
                            new(caseId, Form.Must(On), Form.Must(Reasons)),
                            Actor,
                            token
                        ),
                CaseHref,
                Since is null ? "The application is paused." : "The application goes on.",
                ct
            )
            : NotFound();

    private async Task<bool> OpenAsync(Guid caseId, CancellationToken ct)
    {
        if (!await LoadAsync(caseId, ct))
            return false;
        Earlier = await pauses.OfCaseAsync(caseId, ct);
        Since = Earlier.FirstOrDefault(p => p.IsOpen)?.From;
        Form = Since is null ? new Form(Reason, From, Reasons) : new Form(On, Reasons);
        return true;
    }
}
