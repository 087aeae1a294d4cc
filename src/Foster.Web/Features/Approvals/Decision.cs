using Foster.Web.Features.Assessment;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Approvals;

public enum DecisionOutcome
{
    Approved,
    Returned,
}

/// <summary>What the agency decision maker decided, on what evidence and why (R-ADM-02). Written once.</summary>
public sealed class Decision : ICaseOwned, IAppendOnly
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>The item whose recommendation was taken into account.</summary>
    public required Guid ItemId { get; init; }
    public required DecisionOutcome Outcome { get; init; }
    public required string Reasons { get; init; }
    public string? Evidence { get; init; }
    public ApprovalTerms? Terms { get; init; }

    /// <summary>Ticked by the decision maker and never filled in for them (R-ADM-08).</summary>
    public ReadEverything Read { get; init; }

    /// <summary>Where the case was approved elsewhere: the day that approval ended.</summary>
    public DateOnly? EndedElsewhereOn { get; init; }
    public string? ReturnCode { get; init; }
    public bool ReturnedToPanel { get; init; }
    public required DateOnly DecidedOn { get; init; }
    public required DateTime RecordedAt { get; init; }
    public required Guid DecidedById { get; init; }
    public required string DecidedBy { get; init; }
}

/// <summary>What the decision maker confirms to have read.</summary>
[Flags]
public enum ReadEverything
{
    None = 0,
    Report = 1,
    Minutes = 2,
    Observations = 4,
    ReviewOptions = 8,
    All = Report | Minutes | Observations | ReviewOptions,
}

/// <summary>When and by whom the people were told of a decision (R-ADM-04).</summary>
public sealed class OutcomeNotice : ICaseOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid DecisionId { get; init; }
    public required DateOnly DecidedOn { get; init; }
    public DateOnly? OralOn { get; private set; }
    public string? OralBy { get; private set; }
    public DateOnly? WrittenOn { get; private set; }
    public string? WrittenBy { get; private set; }
    public uint Version { get; set; }

    public Result TellOrally(DateOnly on, string by, IReadOnlyList<Refusal> against)
    {
        var all = new List<Refusal>(against);
        if (OralOn is not null)
            all.Add(new Refusal("They have been told already.", "R-ADM-04"));
        if (on < DecidedOn)
            all.Add(new Refusal("The date is before the decision.", "R-VAL-04", "on"));
        if (all.Count > 0)
            return Result.Refused(all);
        (OralOn, OralBy) = (on, by);
        return Result.Done;
    }

    public Result TellInWriting(DateOnly on, string by)
    {
        if (WrittenOn is not null)
            return Result.Refused("The notice has been sent already.", "R-ADM-04");
        (WrittenOn, WrittenBy) = (on, by);
        return Result.Done;
    }
}
