using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;

namespace Foster.Web.Foundation.History;

/// <summary>What an operation says about what it has just done.</summary>
/// <param name="Kind">A stable key such as enquiry.contacted.</param>
/// <param name="Title">What happened, in words for staff.</param>
public sealed record HistoryNote(string Kind, string Title)
{
    /// <summary>The London day on which it happened; today when left out.</summary>
    public DateOnly? OccurredOn { get; init; }

    /// <summary>Safe words for the applicant or carer. Leaving it out keeps the entry from them.</summary>
    public string? ForApplicant { get; init; }

    /// <summary>Set where only this one of two applicants may see it.</summary>
    public Guid? PersonId { get; init; }
    public Audience Audience { get; init; } = Audience.Staff;
    public object? From { get; init; }
    public object? To { get; init; }
    public string? ReasonCode { get; init; }
    public string? Reason { get; init; }
    public IReadOnlyList<string> Rules { get; init; } = [];
    public object? Payload { get; init; }
}

/// <summary>The one way anything is written to a case's history. It is saved with the act itself.</summary>
public sealed class CaseHistory(FosterDb db, LondonClock clock, ICalendarSource calendars)
{
    /// <summary>The rules this build follows (R-VER-01).</summary>
    public const string RuleSet = "2026-04";

    private DateTime lastWrite;
    private int writes;

    public async Task WriteAsync(Actor actor, Guid caseId, HistoryNote note, CancellationToken ct)
    {
        if (!db.Scope.Sees(actor.CouncilId))
            throw new InvalidOperationException(
                "The actor and the scope are of different councils."
            );
        var calendar = await calendars.CurrentAsync(ct);
        var payload = JsonSerializer.Serialize(note.Payload ?? new { });
        var recordedAt = InOrder(clock.Now);
        var occurredOn = note.OccurredOn ?? clock.Today;
        var rules = string.Join(' ', note.Rules);
        var id = Guid.CreateVersion7();
        var audience =
            note.Audience == Audience.Staff && note.ForApplicant is not null
                ? Audience.Applicant
                : note.Audience;
        db.Add(
            new HistoryEntry
            {
                Id = id,
                CouncilId = actor.CouncilId,
                CaseId = caseId,
                Kind = note.Kind,
                Title = note.Title,
                PublicTitle = note.ForApplicant,
                PersonId = note.PersonId,
                Audience = audience,
                OccurredOn = occurredOn,
                RecordedAt = recordedAt,
                ActorId = actor.AccountId == Guid.Empty ? null : actor.AccountId,
                ActorName = actor.Name,
                ActorRole = actor.Role.ToString(),
                OnBehalfOf = actor.OnBehalfOf,
                FromState = note.From?.ToString(),
                ToState = note.To?.ToString(),
                ReasonCode = note.ReasonCode,
                Reason = note.Reason,
                RuleIds = rules,
                Payload = payload,
                RuleSetVersion = RuleSet,
                CalendarVersion = calendar.Version,
                Digest = Digest(
                    id,
                    actor.CouncilId,
                    caseId,
                    note.Kind,
                    note.Title,
                    note.ForApplicant,
                    occurredOn,
                    recordedAt.Ticks,
                    actor.AccountId,
                    actor.Role,
                    actor.OnBehalfOf,
                    note.From,
                    note.To,
                    note.ReasonCode,
                    note.Reason,
                    rules,
                    payload
                ),
            }
        );
    }

    /// <summary>What one act writes in the same instant stays in its order: a microsecond apart.</summary>
    private DateTime InOrder(DateTime now)
    {
        writes = now == lastWrite ? writes + 1 : 0;
        lastWrite = now;
        return now.AddMicroseconds(writes);
    }

    private static string Digest(params object?[] parts) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(parts)))
        );
}
