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
public sealed class CaseHistory(
    FosterDb db,
    LondonClock clock,
    ICalendarSource calendars,
    HistoryWords words,
    Whereabouts whereabouts
)
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
        var id = Guid.CreateVersion7();
        var body = words.Seal(
            HistoryBody.Table,
            id,
            new HistoryContent(
                note.Title,
                note.ForApplicant,
                note.Reason,
                note.Payload is null ? "{}" : JsonSerializer.Serialize(note.Payload),
                DoerNames.Hidden(actor),
                actor.OnBehalfOf
            )
        );
        db.Add(
            new HistoryEntry
            {
                Id = id,
                CouncilId = actor.CouncilId,
                CaseId = caseId,
                Kind = note.Kind,
                IsTold = note.ForApplicant is not null,
                PersonId = note.PersonId,
                Audience =
                    note.Audience == Audience.Staff && note.ForApplicant is not null
                        ? Audience.Applicant
                        : note.Audience,
                OccurredOn = note.OccurredOn ?? clock.Today,
                RecordedAt = InOrder(Facts.Kept(clock.Now)),
                ActorId = actor.AccountId == Guid.Empty ? null : actor.AccountId,
                ActorName = DoerNames.Shown(actor),
                ActorRole = actor.Role.ToString(),
                FromAddress = whereabouts.Address,
                FromState = note.From?.ToString(),
                ToState = note.To?.ToString(),
                ReasonCode = note.ReasonCode,
                RuleIds = string.Join(' ', note.Rules),
                RuleSetVersion = RuleSet,
                CalendarVersion = calendar.Version,
                ContentDigest = body.Digest,
                Body = new HistoryBody { EntryId = id, Content = body.Cipher },
            }.Signed()
        );
    }

    /// <summary>What one act writes in the same instant stays in its order: a microsecond apart.</summary>
    private DateTime InOrder(DateTime now)
    {
        writes = now == lastWrite ? writes + 1 : 0;
        lastWrite = now;
        return now.AddMicroseconds(writes);
    }
}
