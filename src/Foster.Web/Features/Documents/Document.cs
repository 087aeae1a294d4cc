using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Documents;

/// <summary>A document that was asked for: of whom, what for, until when, and how far it is. Its files lie apart.</summary>
public sealed class Document : ICaseOwned, IVersioned
{
    /// <summary>The key under which its files know it.</summary>
    public const string SubjectKind = "document";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>The key of its kind, such as identity.</summary>
    public required string Kind { get; init; }

    /// <summary>Whose it is; null for the household.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The check it was asked for, such as CHK-03 of two that share a kind.</summary>
    public string? Check { get; init; }
    public DocumentState State { get; private set; } = DocumentState.Asked;
    public required DateOnly AskedOn { get; init; }

    /// <summary>The day by which it was asked for; null where no day was named.</summary>
    public DateOnly? DueOn { get; init; }
    public required string AskedBy { get; init; }

    /// <summary>What exactly is meant, as staff wrote it for the applicant.</summary>
    public string? Words { get; init; }
    public DateOnly? GivenOn { get; private set; }

    /// <summary>When it was sent back last: what was sent before that was not accepted.</summary>
    public DateTime? SentBackAt { get; private set; }
    public DateOnly? DecidedOn { get; private set; }
    public string? DecidedBy { get; private set; }

    /// <summary>Why it was sent back last, for the applicant to read, or why it is not needed.</summary>
    public string? Reason { get; private set; }
    public uint Version { get; set; }

    public DocumentKind About => DocumentKinds.Of(Kind);

    public Result Give(Actor actor, DateOnly on, IReadOnlyList<Refusal> against) =>
        Move(
            DocumentVerb.Give,
            actor,
            [
                .. against,
                .. About.Way == DocumentWay.Shown
                    ? new[]
                    {
                        new Refusal(
                            "No copy of a criminal record certificate is kept. It is shown instead.",
                            "R-DP-04",
                            "file"
                        ),
                    }
                    : [],
                .. About.Way == DocumentWay.SentToUs && actor.Is(Role.ProspectiveCarer)
                    ? new[]
                    {
                        new Refusal(
                            "Somebody else sends this to us. You need not upload it.",
                            DocumentMachine.RuleId,
                            "file"
                        ),
                    }
                    : [],
            ],
            // Why the last one was sent back goes on standing beside it.
            () => (GivenOn, DecidedOn, DecidedBy) = (on, null, null)
        );

    /// <summary>The last of its files is gone.</summary>
    public Result TakeBack(Actor actor) =>
        Move(DocumentVerb.TakeBack, actor, [], () => GivenOn = null);

    public Result Accept(Actor actor, DateOnly on, IReadOnlyList<Refusal> against) =>
        Move(DocumentVerb.Accept, actor, against, () => Decide(actor, on, null));

    public Result NoteShown(Actor actor, DateOnly on) =>
        Move(
            DocumentVerb.NoteShown,
            actor,
            About.Way == DocumentWay.Shown
                ? []
                :
                [
                    new Refusal(
                        "Only a document of which no copy is kept is noted as shown.",
                        "R-DP-04"
                    ),
                ],
            () => Decide(actor, on, null)
        );

    public Result SendBack(Actor actor, DateTime at, DateOnly on, string? reason) =>
        Move(
            DocumentVerb.SendBack,
            actor,
            AgainstReason(reason),
            () =>
            {
                Decide(actor, on, reason);
                SentBackAt = at;
            }
        );

    public Result Drop(Actor actor, DateOnly on, string? reason) =>
        Move(DocumentVerb.Drop, actor, AgainstReason(reason), () => Decide(actor, on, reason));

    /// <summary>What it was asked for is settled without it.</summary>
    public Result Settle(Actor actor, DateOnly on, string why) =>
        Move(DocumentVerb.Settle, actor, [], () => Decide(actor, on, why));

    private void Decide(Actor actor, DateOnly on, string? reason) =>
        (DecidedOn, DecidedBy, Reason) = (on, actor.Name, reason?.Trim());

    private static IReadOnlyList<Refusal> AgainstReason(string? reason) =>
        (reason ?? "").Trim().Length >= 20
            ? []
            :
            [
                new Refusal(
                    "Say in at least 20 characters why, so that the applicant can understand it.",
                    "R-VAL-06",
                    "reason"
                ),
            ];

    private Result Move(DocumentVerb verb, Actor actor, IReadOnlyList<Refusal> guards, Action stamp)
    {
        IReadOnlyList<Refusal> against =
        [
            .. DocumentMachine.Table.Against(State, verb, actor.Role),
            .. actor.Role.IsStaff() && !About.Workers.Contains(actor.Role)
                ? new[]
                {
                    new Refusal(
                        "This document is for those who work on its check.",
                        DocumentMachine.RuleId
                    ),
                }
                : [],
            .. guards,
        ];
        if (against.Count > 0)
            return Result.Refused(against);
        State = DocumentMachine.Table.Row(State, verb, actor.Role).To ?? State;
        stamp();
        return Result.Done;
    }
}
