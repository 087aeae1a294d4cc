using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Approvals.Decisions;

/// <summary>Everything the decision maker has before them of one case.</summary>
/// <param name="Against">Why this person cannot decide on it; empty when they can.</param>
public sealed record CaseFile(
    Guid CaseId,
    ItemPage Panel,
    IReadOnlyList<Decision> Made,
    IReadOnlyList<ClockRow> Clocks,
    IReadOnlyList<Refusal> Against,
    bool Waiting
);

/// <summary>Puts the file together; null where the case has not come this far.</summary>
public sealed class CaseFileReads(ItemPageReads items, DecisionReads decisions, DutyReads duties)
{
    public async Task<CaseFile?> FindAsync(Guid caseId, Actor actor, CancellationToken ct)
    {
        var made = await decisions.OfCaseAsync(caseId, ct);
        var loaded = await decisions.LoadAsync(caseId, ct);
        if (loaded is null)
            return null;
        var waiting = loaded.Application.State == ApplicationState.AwaitingDecision;
        if (!waiting && made.Count == 0)
            return null;
        var panel = await items.FindAsync(
            loaded.Item.Id,
            actor with
            {
                Role = Role.PanelAdviser,
            },
            ct
        );
        return new CaseFile(
            caseId,
            panel!,
            made,
            await decisions.ClocksAsync(
                caseId,
                ct,
                DeadlineRules.DecisionMakerDecision,
                DeadlineRules.OralOutcome,
                DeadlineRules.WrittenOutcome
            ),
            waiting ? await duties.AgainstDecidingAsync(caseId, actor, ct) : [],
            waiting
        );
    }
}

/// <summary>A page with a form about one case on the desk.</summary>
[Records(AccessKind.Confidential)]
public abstract class CaseFilePage(CaseFileReads files) : FormPage
{
    public CaseFile Shown { get; private set; } = null!;

    public string Back => $"/decisions/{Shown.CaseId}";

    /// <summary>True where the form makes sense: the case waits, and this person may decide.</summary>
    public bool Open => Shown is { Waiting: true, Against.Count: 0 };

    protected async Task<bool> LoadAsync(Guid caseId, CancellationToken ct)
    {
        if (await files.FindAsync(caseId, Actor, ct) is not { } shown)
            return false;
        Shown = shown;
        return true;
    }
}
