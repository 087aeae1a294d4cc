using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Records.Requests;

/// <param name="ConsentSeenOn">Null where no consent came with it.</param>
/// <param name="Evidence">What was asked, and where the letter is kept.</param>
public sealed record RecordRecordsRequestInput(
    Guid CaseId,
    Guid PersonId,
    RequestFor For,
    RequestAbout About,
    string Service,
    string Contact,
    DateOnly ReceivedOn,
    DateOnly? ConsentSeenOn,
    string? Evidence
);

/// <summary>A service asks for our records or for a reference: its clock begins on the day it came (R-TRF-06, R-TRF-07).</summary>
public sealed class RecordRecordsRequest(
    FosterDb db,
    CaseReads cases,
    DeadlineBook deadlines,
    BackDating backDating,
    CaseHistory history
)
{
    public async Task<Result<Guid>> RunAsync(
        RecordRecordsRequestInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await cases.FindAsync(input.CaseId, ct) is null)
            return Result<Guid>.Refused("This case cannot be found.");
        List<Refusal> against =
        [
            .. actor.Is([.. RequestMachine.Takers])
                ? []
                : (Refusal[])[new("Requests are recorded by the fostering team.", "R-TRF-06")],
            .. await backDating.AgainstAsync(input.ReceivedOn, actor, ct, "received"),
        ];
        var people = await cases.PeopleAsync(input.CaseId, ct);
        if (people.FirstOrDefault(p => p.PersonId == input.PersonId) is not { IsApplicant: true })
            against.Add(
                new("Choose whom it is about: an applicant or carer of this case.", null, "person")
            );
        if (input.ConsentSeenOn is { } seen)
            against.AddRange(await backDating.AgainstAsync(seen, actor, ct, "consent-seen"));
        if (against.Count > 0)
            return Result<Guid>.Refused(against);
        var due = await deadlines.PreviewAsync(RequestAct.LineOf(input.For), input.ReceivedOn, ct);
        var request = new RecordsRequest
        {
            CouncilId = actor.CouncilId,
            CaseId = input.CaseId,
            PersonId = input.PersonId,
            For = input.For,
            About = input.About,
            Service = input.Service.Trim(),
            Contact = input.Contact.Trim(),
            ReceivedOn = input.ReceivedOn,
            DueOn = due.On,
            EnteredBy = actor.Name,
            Evidence = input.Evidence,
        };
        if (input.ConsentSeenOn is { } on)
            request.CameWithConsent(on);
        db.Add(request);
        await deadlines.OpenAsync(
            request.CouncilId,
            request.CaseId,
            request.Id,
            RequestAct.LineOf(request.For),
            request.ReceivedOn,
            Role.TeamManager,
            ct,
            title: request.For is RequestFor.Records
                ? "Another service given access to our records"
                : "Reference given to another service"
        );
        await history.WriteAsync(
            actor,
            request.CaseId,
            new HistoryNote(
                "records.service-asked",
                request.For is RequestFor.Records
                    ? $"{request.Service} asked for access to our records"
                    : $"{request.Service} asked for a reference"
            )
            {
                OccurredOn = request.ReceivedOn,
                PersonId = request.PersonId,
                Reason = request.Evidence,
                Rules = request.For is RequestFor.Records ? ["R-TRF-06"] : ["R-TRF-05", "R-TRF-07"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return request.Id;
    }
}
