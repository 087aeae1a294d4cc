using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Records.Requests;

/// <summary>What every act on a request begins with, and how it ends its clock.</summary>
public sealed class RequestAct(FosterDb db, DeadlineBook deadlines)
{
    public static Result NotFound { get; } = Result.Refused("This request cannot be found.");

    public Task<RecordsRequest?> FindAsync(Guid id, CancellationToken ct) =>
        db.Set<RecordsRequest>().SingleOrDefaultAsync(r => r.Id == id, ct);

    public static DeadlineLine LineOf(RequestFor what) =>
        what is RequestFor.Records ? DeadlineRules.RecordsGiven : DeadlineRules.ReferenceGiven;

    public Task MeetAsync(RecordsRequest request, DateOnly on, CancellationToken ct) =>
        deadlines.MeetAsync(request.CaseId, LineOf(request.For), on, ct, request.Id);

    public Task CancelAsync(RecordsRequest request, string why, CancellationToken ct) =>
        deadlines.CancelAsync(request.CaseId, LineOf(request.For), why, ct, request.Id);
}
