namespace Foster.Web.Features.Applications.Staff;

/// <summary>A page for one act of staff on one referee.</summary>
public abstract class RefereeActPage(ApplyReads reads) : StaffPage(reads)
{
    public Referee Referee { get; private set; } = null!;

    public string Back => $"/staff/applications/{Facts.CaseId}/references";

    public string Caption => $"{Facts.Reference}, {Referee.Name}";

    /// <summary>Why the act cannot be done now; empty when it can.</summary>
    public IReadOnlyList<string> Against { get; private set; } = [];

    /// <summary>The act of this page.</summary>
    protected abstract RefereeVerb Verb { get; }

    protected async Task<bool> FindAsync(Guid caseId, Guid refereeId, CancellationToken ct)
    {
        if (
            !await LoadAsync(caseId, ct)
            || Facts.Referees.FirstOrDefault(r => r.Id == refereeId) is not { } found
        )
            return false;
        Referee = found;
        Against =
        [
            .. RefereeMachine.Table.Against(found.State, Verb, Actor.Role).Select(r => r.Reason),
        ];
        return true;
    }
}
