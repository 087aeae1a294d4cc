using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>A page for one act on an assessment: what it is about, what will happen, the form, the button.</summary>
public abstract class ActPage(AssessmentHeaderReads headers) : FormPage
{
    public AssessmentHeader Header { get; private set; } = null!;

    public abstract string Heading { get; }

    /// <summary>What will happen when the button is pressed.</summary>
    public abstract IReadOnlyList<string> Explains { get; }

    public abstract string Button { get; }

    public virtual string? Warning => null;

    /// <summary>Whom or what it is about, beside the case.</summary>
    public virtual string? About => null;

    /// <summary>What stands against the act now.</summary>
    public IReadOnlyList<Gap> Gaps { get; protected set; } = [];

    public virtual string Back => AssessmentLinks.Of(Header.CaseId);

    /// <summary>What the team manager is told where an act is the assessor's (§10.5); nothing to anybody else.</summary>
    protected IReadOnlyList<string> OnlyEarlier =>
        Actor.Is(Role.TeamManager)
            ?
            [
                $"You record only what happened more than {BackDating.OrdinaryWorkingDays} working days ago. Anything newer is the assessor's to record (R-VAL-04).",
            ]
            : [];

    /// <summary>False where the case is out of reach or does not exist.</summary>
    protected async Task<bool> FindAsync(Guid caseId, CancellationToken ct)
    {
        if (await headers.FindAsync(caseId, ct) is not { } found)
            return false;
        Header = found;
        return true;
    }

    protected static TextField Reasons(string label, string hint = "At least 20 characters.") =>
        new("reason")
        {
            Label = label,
            Called = "Reasons",
            Hint = hint,
            Rows = 5,
            Max = 4_000,
        };

    /// <param name="called">The day as errors name it: "The day it was received".</param>
    protected static DateField Day(string label, string called, string name = "on") =>
        new(name) { Label = label, Called = called };

    protected static ChoiceField<string> Codes(
        IReadOnlyList<ReasonCode> codes,
        string label,
        string name = "code",
        bool optional = false,
        string called = "The main reason"
    ) =>
        new(name, [.. codes.Select(c => new Option<string>(c.Code, c.Label))])
        {
            Label = label,
            Called = called,
            Optional = optional,
        };

    /// <param name="called">Whom errors ask for: "Who attended".</param>
    protected static ChoiceField<string> People(
        IEnumerable<CasePerson> people,
        string label,
        string called
    ) =>
        new(
            "person",
            [.. people.Select(p => new Option<string>(p.PersonId.ToString(), p.FullName))]
        )
        {
            Label = label,
            Called = called,
        };
}
