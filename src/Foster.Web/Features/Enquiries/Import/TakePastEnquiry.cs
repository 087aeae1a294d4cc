using System.Text.Json;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries.Duplicates;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
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
    RerouteEnquiry reroute,
    ImportedBook book,
    ImportedSources sources,
    DeadlineBook deadlines,
    CaseHistory history,
    HandOver handOver,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(
        TakePastEnquiryInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        // Somebody can stop the import, and erase its file, while a row of it is next.
        var row = await db.Set<ImportRow>().SingleOrDefaultAsync(r => r.Id == input.RowId, ct);
        if (row is not { State: RowState.Good })
            return Result.Done;
        var import = await db.Set<EnquiryImport>().SingleAsync(i => i.Id == row.ImportId, ct);
        if (import.State is not ImportState.Running)
            return Result.Done;
        var (past, wrong) = new PastEnquiryRow(
            JsonSerializer.Deserialize<Dictionary<ImportColumn, int>>(import.Columns)!,
            clock.Today
        ).Read(ImportReads.CellsOf(row.Cells));
        if (past is null)
        {
            row.As(RowState.Failed, string.Join("; ", wrong));
            await db.SaveChangesAsync(ct);
            return Result.Done;
        }
        var who = (await book.DigestsAsync(row.CouncilId, ct)).Of(past);
        if ((await book.KnownAsync([who], ct)).Find(who) is { } before)
        {
            row.Met(before);
            await db.SaveChangesAsync(ct);
            return Result.Done;
        }
        await TakeAsync(past, who, row, import, actor, ct);
        return Result.Done;
    }

    private async Task TakeAsync(
        PastEnquiry past,
        RowIdentity who,
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
        var source = await sources.FindAsync(past, ct) ?? new SourceTouch(EnquirySource.Unknown);
        var enquiry = Make(past, opened.Case, import, source);
        db.Add(enquiry);
        book.Add(who, row.CouncilId, enquiry.CaseId, import.Id);
        row.TakenAs(enquiry.CaseId);
        await history.WriteAsync(
            actor,
            enquiry.CaseId,
            new HistoryNote(
                "enquiry.imported",
                $"Past enquiry taken over from a file by {import.By}, row {row.Number}; they said that whoever is in it agreed to be recorded"
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
        if (enquiry is { IsOpen: true, CurrentService: { } service })
            await handOver.PublishAsync(
                new ApprovedCarerEnquired(
                    enquiry.CaseId,
                    enquiry.Id,
                    service,
                    enquiry.ChildrenPlaced,
                    past.ReceivedOn
                ),
                actor,
                ct
            );
        await countOnce.LookAsync(enquiry, actor, ct);
        if (enquiry is { IsOpen: true, KnowsChild: true })
            await RerouteAsync(enquiry, row, actor, ct);
        await act.SaveAsync(enquiry, ct);
    }

    /// <summary>The team manager's working day begins today, when the file says it (R-ENQ-11).</summary>
    private async Task RerouteAsync(
        Enquiry enquiry,
        ImportRow row,
        Actor actor,
        CancellationToken ct
    )
    {
        var rerouted = await reroute.RunAsync(
            new(
                enquiry,
                clock.Today,
                $"The file says that they know the child, row {row.Number}",
                []
            ),
            actor,
            ct
        );
        if (!rerouted.Ok)
            throw new InvalidOperationException(rerouted.Reasons);
    }

    private Enquiry Make(PastEnquiry past, Case opened, EnquiryImport import, SourceTouch source)
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
            ConsentToRecord = import.Agreed,
            KnowsChild = past.KnowsChild,
            CurrentService = past.CurrentService,
            ChildrenPlaced = past.CurrentService is not null && past.ChildrenPlaced,
            HouseholdSummary = null,
            Interests = "",
        };
        enquiry.CameFrom(source, source);
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
