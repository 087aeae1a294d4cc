using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Clock;

namespace Foster.Web.Features.Applications;

/// <summary>The open move of a case in words, for whoever puts two enquiries together (R-ENQ-12, R-ENQ-14).</summary>
public sealed class TransferTrack(TransferReads reads) : ITransferTrack
{
    public async Task<string?> WordsAsync(Guid caseId, CancellationToken ct) =>
        await reads.OfCaseAsync(caseId, ct) is { IsOpen: true } transfer ? Words(transfer) : null;

    private static string Words(Transfer transfer)
    {
        // Until there was a meeting its form holds only what it begins with.
        var met = transfer.MeetingOn is not null;
        var said = new[]
        {
            ("Told their current service on", Day(transfer.ToldOn)),
            ("The placing authority received the notice on", Day(transfer.NoticeOn)),
            ("Meeting held on", Day(transfer.MeetingOn)),
            ("Who was missing, and why", met ? transfer.Absent : null),
            ("What it means for each child", met ? transfer.Children : null),
            ("Support", met ? transfer.Support : null),
            ("Vacancies", met ? transfer.Vacancies : null),
            ("Dates", met ? transfer.Dates : null),
            ("The old approval ends on", Day(transfer.OldApprovalEndsOn)),
        };
        return string.Join(
            '\n',
            said.Where(s => !string.IsNullOrWhiteSpace(s.Item2))
                .Select(s => $"{s.Item1}: {s.Item2}")
                .Prepend(
                    $"Moves from {transfer.ServiceName}, {(transfer.ChildrenPlaced ? "with a child placed" : "no child placed")}"
                )
        );
    }

    private static string? Day(DateOnly? day) => day is { } on ? BritishDate.Long(on) : null;
}
