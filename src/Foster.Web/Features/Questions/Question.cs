using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Questions;

/// <summary>What a question is about, in words that say nothing of anybody.</summary>
public enum QuestionTopic
{
    NextSteps,
    Checks,
    Visits,
    Training,
    Money,
    Support,
    SomethingElse,
}

/// <summary>What an applicant or carer has asked the worker of their case. It is theirs alone (R-SOD-13).</summary>
public sealed class Question : ICaseOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>Who asked, and nobody else of the household.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>In which capacity.</summary>
    public required Role AskedAs { get; init; }
    public required QuestionTopic Topic { get; init; }
    public required DateOnly AskedOn { get; init; }
    public QuestionState State { get; private set; } = QuestionState.Open;

    /// <summary>Since when it stands where it stands; for an open one, since when its clock runs.</summary>
    public required DateTime SinceAt { get; set; }

    /// <summary>The role that has the case, and so answers.</summary>
    public required Role Holder { get; set; }

    /// <summary>When whoever asked saw what came last from us.</summary>
    public DateTime? SeenAt { get; private set; }
    public uint Version { get; set; }

    /// <summary>Moves it; every reason against it where it may not move.</summary>
    public Result Move(QuestionVerb verb, Actor actor, DateTime at, IReadOnlyList<Refusal> guards)
    {
        var against = QuestionMachine.Table.Against(State, verb, actor.Role);
        if (against.Count + guards.Count > 0)
            return Result.Refused([.. against, .. guards]);
        var to = QuestionMachine.Table.Row(State, verb, actor.Role).To ?? State;
        // More words to an open question leave its clock as it is.
        if (to != State || verb == QuestionVerb.Answer)
            (State, SinceAt, SeenAt) = (to, at, null);
        return Result.Done;
    }

    /// <summary>True the first time that they see what we wrote.</summary>
    public bool See(DateTime at)
    {
        if (SeenAt is not null || State is not (QuestionState.Answered or QuestionState.AskedBack))
            return false;
        SeenAt = at;
        return true;
    }
}

/// <summary>One thing that was written in a question.</summary>
public sealed class QuestionPost : ICaseOwned, IAppendOnly
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid QuestionId { get; init; }

    /// <summary>Whose question it is, and so whose words these are or to whom they are written.</summary>
    public required Guid PersonId { get; init; }
    public required QuestionVerb Verb { get; init; }
    public required Guid AccountId { get; init; }
    public required string By { get; init; }
    public required Role As { get; init; }
    public required DateTime At { get; init; }
    public required string Words { get; init; }
}
