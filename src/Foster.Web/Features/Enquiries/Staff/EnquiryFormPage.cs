using Foster.Web.Features.Enquiries.LookUps;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>A page with one act on one enquiry.</summary>
public abstract class EnquiryFormPage(EnquiryReads reads) : FormPage
{
    public EnquiryView View { get; private set; } = null!;

    /// <summary>Why the act is not possible now; empty when its form is shown.</summary>
    public IReadOnlyList<Refusal> NotNow { get; private set; } = [];

    public string Home => $"/staff/enquiries/{View.Enquiry.CaseId}";

    protected abstract EnquiryVerb Verb { get; }

    /// <summary>The act is somebody else's, and the team manager's only for a day that lies long back (§10.5).</summary>
    public bool OnlyOldDays =>
        Actor.Is(Role.TeamManager) && EnquiryMachine.OldDaysByManager.Contains(Verb);

    /// <summary>Further reasons that are known before anything is typed.</summary>
    protected virtual IReadOnlyList<Refusal> Against() => [];

    protected abstract Form Make();

    protected async Task<IActionResult> ShowAsync(
        Guid caseId,
        CancellationToken ct,
        Action? fill = null
    )
    {
        if (!await LoadAsync(caseId, ct))
            return NotFound();
        fill?.Invoke();
        return Page();
    }

    protected async Task<IActionResult> ActAsync(
        Guid caseId,
        Func<CancellationToken, Task<Result>> act,
        string done,
        CancellationToken ct
    ) => await LoadAsync(caseId, ct) ? await SendAsync(act, Home, done, ct) : NotFound();

    /// <summary>As above, where what is said follows from what was typed and from the record as it was before.</summary>
    protected async Task<IActionResult> ActAsync(
        Guid caseId,
        Func<CancellationToken, Task<Result>> act,
        Func<string> done,
        CancellationToken ct
    ) =>
        await LoadAsync(caseId, ct)
            ? await SendAsync(
                async token =>
                {
                    var result = await act(token);
                    return result.Ok
                        ? new Sent(Home, done())
                        : Result<Sent>.Refused(result.Refusals);
                },
                ct
            )
            : NotFound();

    /// <summary>Proposes today, but not to somebody who only enters days that lie long back.</summary>
    protected void SuggestDay(DateField field)
    {
        if (!OnlyOldDays)
            Form.Suggest(field, Today);
    }

    protected async Task<bool> LoadAsync(Guid caseId, CancellationToken ct)
    {
        if (await reads.FindAsync(caseId, ct) is not { } view)
            return false;
        View = view;
        Form = Make();
        NotNow =
        [
            .. view.Enquiry.Against(Verb, Actor.Role),
            .. view.IsStopped && EnquiryMachine.StoppedByConcern.Contains(Verb)
                ? [LookUpReads.Stopped]
                : Array.Empty<Refusal>(),
            .. Against(),
        ];
        return true;
    }
}
