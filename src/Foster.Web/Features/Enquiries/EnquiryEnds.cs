using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries;

/// <summary>How an enquiry ends without a decision, and how it begins again.</summary>
public sealed partial class Enquiry
{
    /// <summary>When it was last taken up again; what was tried before counts no more (R-ENQ-15).</summary>
    public DateTime? ReopenedAt { get; private set; }

    /// <summary>Any end but a decline: no contact, a duplicate, another road, withdrawn.</summary>
    public Result End(
        EnquiryVerb verb,
        Actor actor,
        DateTime at,
        DateOnly on,
        string reasonCode,
        IReadOnlyList<Refusal> against
    ) => Move(verb, actor, against, on, () => Close(at, on, reasonCode));

    public Result Reopen(Actor actor, DateTime at, IReadOnlyList<Refusal> against) =>
        Move(
            EnquiryVerb.Reopen,
            actor,
            against,
            London.DateOf(at),
            () =>
            {
                ReopenedAt = at;
                FirstContactAt ??= at;
                ClosedAt = null;
                ClosedOn = null;
                ReasonCode = null;
            }
        );

    /// <summary>Ends because another enquiry of the same person goes on.</summary>
    public Result MergeInto(
        Enquiry kept,
        Actor actor,
        DateTime at,
        DateOnly on,
        IReadOnlyList<Refusal> against
    ) =>
        Move(
            EnquiryVerb.CloseDuplicate,
            actor,
            against,
            on,
            () =>
            {
                Close(at, on, nameof(Closing.Duplicate));
                MergedInto = kept.CaseId;
                kept.MergedHere++;
            }
        );

    /// <summary>Stands again as it did before it was merged.</summary>
    /// <param name="kept">Null where nothing is left of it.</param>
    public Result UndoMerge(
        EnquiryState state,
        Enquiry? kept,
        Actor actor,
        DateOnly on,
        IReadOnlyList<Refusal> against
    ) =>
        Move(
            EnquiryVerb.UndoMerge,
            actor,
            against,
            on,
            () =>
            {
                (State, IsOpen) = (state, EnquiryMachine.Open.Contains(state));
                (ClosedAt, ClosedOn, ReasonCode, MergedInto) = (null, null, null, null);
                if (kept is not null)
                    kept.MergedHere--;
            }
        );

    /// <summary>It was not about one child whom they know: it begins anew where it stood (R-ENQ-11).</summary>
    public Result TakeBack(Actor actor, DateOnly on) =>
        Move(
            EnquiryVerb.TakeBack,
            actor,
            [],
            on,
            () => (ClosedAt, ClosedOn, ReasonCode) = (null, null, null)
        );
}
