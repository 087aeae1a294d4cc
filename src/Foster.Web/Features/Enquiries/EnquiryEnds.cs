using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries;

/// <summary>How an enquiry ends without a decision, and how it begins again.</summary>
public sealed partial class Enquiry
{
    /// <summary>Any end but a decline: no contact, a duplicate, another road, withdrawn.</summary>
    public Result End(
        EnquiryVerb verb,
        Actor actor,
        DateTime at,
        DateOnly on,
        string reasonCode,
        IReadOnlyList<Refusal> against
    ) => Move(verb, actor, against, () => Close(at, on, reasonCode));

    public Result Reopen(Actor actor, DateTime at, IReadOnlyList<Refusal> against) =>
        Move(
            EnquiryVerb.Reopen,
            actor,
            against,
            () =>
            {
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
            () =>
            {
                Close(at, on, nameof(Closing.Duplicate));
                MergedInto = kept.CaseId;
                kept.MergedHere++;
                DoNotCount(Enquiries.NotCounted.Merged);
            }
        );

    /// <summary>Stands again as it did before it was merged.</summary>
    /// <param name="kept">Null where nothing is left of it.</param>
    public Result UndoMerge(
        EnquiryState state,
        bool counted,
        NotCounted? notCounted,
        Enquiry? kept,
        Actor actor,
        IReadOnlyList<Refusal> against
    ) =>
        Move(
            EnquiryVerb.UndoMerge,
            actor,
            against,
            () =>
            {
                (State, IsOpen) = (state, EnquiryMachine.Open.Contains(state));
                (ClosedAt, ClosedOn, ReasonCode, MergedInto) = (null, null, null, null);
                (Counted, NotCounted) = (counted, notCounted);
                if (kept is not null)
                    kept.MergedHere--;
            }
        );

    /// <summary>It was not about one child whom they know: it begins anew where it stood (R-ENQ-11).</summary>
    public Result TakeBack(Actor actor) =>
        Move(
            EnquiryVerb.TakeBack,
            actor,
            [],
            () => (ClosedAt, ClosedOn, ReasonCode) = (null, null, null)
        );
}
