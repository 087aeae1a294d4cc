using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Applications.Applicant;

/// <summary>The whole road: what is done, what it waits for and since when, and every date with its reason.</summary>
public sealed class ProgressModel(
    ProgressReads reads,
    TransferReads transfers,
    ActorSource actors,
    OwnWork work
) : PageModel
{
    private const int MostShown = 5;

    /// <summary>Questions and parts that wait; the dates stand on the page by themselves.</summary>
    public OwnWorkView Open { get; private set; } = null!;

    public ProgressView View { get; private set; } = null!;

    /// <summary>What happened last stands on the page, the rest behind it.</summary>
    public IReadOnlyList<ProgressEvent> Latest => [.. Happened.Take(MostShown)];

    public IReadOnlyList<ProgressEvent> Earlier => [.. Happened.Skip(MostShown)];

    /// <summary>What can be done on the page of the referees now.</summary>
    public string RefereesLink =>
        (
            Referees.Any(r => r.State == RefereeState.Asked && WhyNotNow(r) is null),
            Referees.Any(r => r.State is RefereeState.Declined or RefereeState.Unreachable)
        ) switch
        {
            (true, true) => "Remind them, or name somebody else",
            (true, false) => "Have us remind them",
            (false, true) => "Name somebody else",
            _ => "More about the people you named",
        };

    private IEnumerable<ProgressEvent> Happened => View.Happened.DistinctBy(h => (h.On, h.Title));

    /// <summary>The move from another service, where there is one.</summary>
    public Transfer? Transfer { get; private set; }

    /// <summary>Those whom this applicant named, while they are asked.</summary>
    public IReadOnlyList<Referee> Referees =>
        RefereeAct.IsWorkedOn(View.Facts.Application) ? View.Who.Referees : [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await reads.OwnAsync(actors.Required, ct) is not { } view)
            return LocalRedirect("/apply");
        View = view;
        Transfer = await transfers.OfCaseAsync(view.Facts.CaseId, ct);
        Open = (await work.OfAsync(actors.Required, ct)).WithoutClocks();
        return Page();
    }

    /// <summary>How far a person is, and from when they can be reminded.</summary>
    public string StoryOf(Referee referee) =>
        referee.State == RefereeState.Asked && WhyNotNow(referee) is { } not
            ? $"{RefereesModel.Story(referee)} {not}"
            : RefereesModel.Story(referee);

    private string? WhyNotNow(Referee referee) =>
        NudgeReferee.WhyNot(View.Who, referee, View.Facts.Today);

    /// <summary>Whom a step under way waits for.</summary>
    public static string? Waiting(Milestone step) =>
        step is { State: StepState.Now, WaitsFor: { } whom }
            ? $"since then it waits for {whom}"
            : null;
}
