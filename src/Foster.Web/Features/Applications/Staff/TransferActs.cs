using Foster.Web.Foundation.Actors;

namespace Foster.Web.Features.Applications.Staff;

/// <summary>An act on a transfer as its page shows it.</summary>
/// <param name="Verb">Null for opening one.</param>
public sealed record TransferAct(
    string Slug,
    TransferVerb? Verb,
    string Heading,
    string Explains,
    string Button,
    bool IsNext = false
)
{
    public bool Offered(Transfer? transfer, Role role) =>
        Verb is not { } verb ? transfer is null
        : transfer is null ? false
        : TransferMachine.Table.Against(transfer.State, verb, role).Count == 0
            && verb switch
            {
                TransferVerb.TellService => !transfer.ChildrenPlaced,
                TransferVerb.GiveNotice => transfer.ChildrenPlaced,
                _ => true,
            };
}

/// <summary>Every act on a transfer, by the last part of its address.</summary>
public static class TransferActs
{
    public static IReadOnlyList<TransferAct> All { get; } =
    [
        new(
            "open",
            null,
            "Put this case on the transfer track",
            "Somebody of this household fosters for another service now (R-ENQ-12).",
            "Open the transfer"
        ),
        new(
            "told",
            TransferVerb.TellService,
            "Record that their current service was told",
            "With no child placed, they tell their current service that they wish to move. From then on the assessment may begin (R-TRF-02). They resign later.",
            "Record that it was told",
            true
        ),
        new(
            "notice",
            TransferVerb.GiveNotice,
            "Record the written notice",
            "With a child placed, they give written notice to their service and to the placing authority. The authority holds a meeting within 28 calendar days of receiving it (R-TRF-03).",
            "Record the notice",
            true
        ),
        new(
            "meeting",
            TransferVerb.HoldMeeting,
            "Record the meeting",
            "The placing authority, the current service, we and the carer meet: what it means for each child, support, vacancies, and when one approval ends and the other starts (R-TRF-04).",
            "Record the meeting",
            true
        ),
        new(
            "end",
            TransferVerb.RecordEnd,
            "Record when the old approval ends",
            "The new approval never starts before this day (R-TRF-01). A carer with a child placed should not give the 28 days of a resignation unless they want the placement to end (R-TRF-04).",
            "Record the end"
        ),
        new(
            "placement",
            TransferVerb.ChangePlacement,
            "Change whether a child is placed",
            "The way of the move changes with it: told service or written notice are recorded anew.",
            "Change it"
        ),
        new(
            "stop",
            TransferVerb.Stop,
            "Take the case off the transfer track",
            "Where they were not approved elsewhere, or stay where they are. What was recorded stays on the timeline.",
            "Stop the transfer"
        ),
        new(
            "reopen",
            TransferVerb.Reopen,
            "Take up the transfer again",
            "Where it was stopped by mistake, or is a transfer again. Told service, notice, meeting and the end of the old approval are recorded anew (R-TRF-01 to R-TRF-04).",
            "Take it up again",
            true
        ),
    ];

    public static TransferAct? Find(string slug) => All.FirstOrDefault(a => a.Slug == slug);
}
