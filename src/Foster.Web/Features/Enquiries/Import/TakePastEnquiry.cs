using System.Text.Json;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries.Duplicates;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Import;

public sealed record TakePastEnquiryInput(Guid RowId);

/// <summary>
/// Makes one row an enquiry with the dates it had (R-ENQ-03): whole, with what says that it was taken, or not at all. One
/// that has ended opens no clock, and nobody is written to.
/// </summary>
public sealed class TakePastEnquiry(
    FosterDb db,
    EnquiryAct act,
    OpenCase openCase,
    RestrictCase restrict,
    CountOnce countOnce,
    DeadlineBook deadlines,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(
        TakePastEnquiryInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var row = await db.Set<ImportRow>().SingleAsync(r => r.Id == input.RowId, ct);
        if (row.State is not RowState.Good)
            return Result.Done;
        var import = await db.Set<EnquiryImport>().SingleAsync(i => i.Id == row.ImportId, ct);
        var (past, wrong) = new PastEnquiryRow(
            JsonSerializer.Deserialize<Dictionary<ImportColumn, int>>(import.Columns)!,
            clock.Today
        ).Read(ImportReads.CellsOf(row.Cells));
        if (past is null)
            row.As(RowState.Failed, string.Join("; ", wrong));
        else if (await IsKnownAsync(past, ct))
            row.As(RowState.Known, ImportAct.Before);
        else
        {
            await TakeAsync(past, row, import, actor, ct);
            return Result.Done;
        }
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    private Task<bool> IsKnownAsync(PastEnquiry past, CancellationToken ct)
    {
        var key = past.RowKey;
        return db.Set<ImportedEnquiry>()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .AnyAsync(e => e.RowKey == key, ct);
    }

    private async Task TakeAsync(
        PastEnquiry past,
        ImportRow row,
        EnquiryImport import,
        Actor actor,
        CancellationToken ct
    )
    {
        var opened = await openCase.RunAsync(
            new(row.CouncilId, [past.Person], [], past.Address, past.ReceivedOn),
            actor,
            ct
        );
        var enquiry = Make(past, opened.Case, import);
        db.Add(enquiry);
        db.Add(
            new ImportedEnquiry
            {
                CouncilId = row.CouncilId,
                CaseId = enquiry.CaseId,
                RowKey = past.RowKey,
                ImportId = import.Id,
            }
        );
        row.TakenAs(enquiry.CaseId);
        await history.WriteAsync(
            actor,
            enquiry.CaseId,
            new HistoryNote(
                "enquiry.imported",
                $"Past enquiry taken over from a file by {import.By}, row {row.Number}"
            )
            {
                OccurredOn = past.ReceivedOn,
                To = enquiry.State,
                Reason = past.Note,
                Rules = ["R-ENQ-03"],
            },
            ct
        );
        if (enquiry.IsOpen)
            await deadlines.OpenAsync(
                enquiry.CouncilId,
                enquiry.CaseId,
                enquiry.Id,
                DeadlineRules.FirstContact,
                past.ReceivedOn,
                Role.RecruitmentOfficer,
                ct,
                forApplicant: "We call you by"
            );
        if (past.Connected)
            await restrict.RunAsync(
                new(
                    opened.Case,
                    EnquiryAct.WhyRestricted,
                    [
                        $"{past.Person.GivenName} {past.Person.FamilyName}",
                        past.Person.Email ?? "",
                        past.Note ?? "",
                    ]
                ),
                actor,
                ct
            );
        await countOnce.LookAsync(enquiry, actor, ct);
        await act.SaveAsync(enquiry, ct);
    }

    private Enquiry Make(PastEnquiry past, Case opened, EnquiryImport import)
    {
        var enquiry = new Enquiry
        {
            CouncilId = opened.CouncilId,
            CaseId = opened.Id,
            ReceivedAt = clock.FromLondon(past.ReceivedOn, TimeOnly.MinValue),
            ReceivedOn = past.ReceivedOn,
            ReceivedBy = $"{import.By}, from a file",
            Channel = past.Channel,
            HowHeard = past.HowHeard,
            ConsentToRecord = true,
            HouseholdSummary = null,
            Interests = "",
        };
        var said = new SourceTouch(SourceWords.Said(past.HowHeard, past.Channel));
        enquiry.CameFrom(said, said);
        if (past.Connected)
            enquiry.Connect(null);
        if (past.ClosedOn is { } on)
        {
            enquiry.EndedBefore(
                past.State,
                clock.FromLondon(on, TimeOnly.MinValue),
                on,
                ReasonOf(past.State)
            );
            opened.ClosedOn = on;
        }
        return enquiry;
    }

    private static string ReasonOf(EnquiryState state) =>
        state switch
        {
            EnquiryState.Withdrawn => "other",
            EnquiryState.Declined => nameof(DeclineReason.Other),
            EnquiryState.Duplicate => nameof(Closing.Duplicate),
            _ => nameof(Closing.NoContact),
        };
}
