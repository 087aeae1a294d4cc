using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries;

/// <summary>What the expression of interest asks beyond the enquiry itself (§2.2).</summary>
public sealed record InterestAnswers(
    string Motivation,
    string Experience,
    string WorkAndTime,
    string? Home,
    string? Pets,
    bool? Smokes,
    bool? Drives,
    string? ChildrenElsewhere,
    string? EarlierApplications
);

/// <param name="On">The day it was made; null means today. An officer may write down an earlier day.</param>
/// <param name="PrivacyNoticeVersion">The notice they acknowledged now; null when they did so with the enquiry.</param>
/// <param name="Connected">The answer to the question about staff, councillors and panel members; null is no answer.</param>
public sealed record SubmitInterestInput(
    Guid CaseId,
    DateOnly? On,
    InterestAnswers Answers,
    string? PrivacyNoticeVersion,
    bool? Connected,
    string? ConnectionWithWhom
);

/// <summary>
/// The expression of interest, by the enquirer through the link or by an officer on their behalf, recorded as such
/// (T-ENQ-03).
/// </summary>
public sealed class SubmitInterest(
    FosterDb db,
    EnquiryAct act,
    CaseReads cases,
    LookUps.LookUpReads lookUps,
    RestrictCase restrict,
    VisitPromise visits,
    BackDating backDating,
    Nurturing.NurtureBook nurtures,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(SubmitInterestInput input, Actor actor, CancellationToken ct)
    {
        if (await act.FindAsync(input.CaseId, ct) is not { } enquiry)
            return EnquiryAct.NotFound;
        var people = await cases.PeopleAsync(enquiry.CaseId, ct);
        var enquirer = people.First(p => p.IsApplicant);
        var by = actor.Role.IsStaff() ? actor with { OnBehalfOf = enquirer.FullName } : actor;
        var on = input.On ?? clock.Today;
        var against = new List<Refusal>(
            await backDating.AgainstInsteadAsync("recruitment officer", actor, ct, (on, "on"))
        );
        // What they send themselves is taken without a word about it; it waits for the team manager (R-ENQ-10).
        var stopped = await lookUps.AgainstAsync(enquiry.CaseId, ct);
        if (actor.Role.IsStaff())
            against.AddRange(stopped);
        if (input.PrivacyNoticeVersion is null && enquiry.PrivacyNoticeVersion is null)
            against.Add(new("Confirm that the privacy notice was read.", "T-ENQ-03", "privacy"));
        if (input.Connected is null)
            against.Add(
                new(
                    "Answer the question about a connection with staff or councillors.",
                    "R-ENQ-13",
                    "connected"
                )
            );
        var moved = enquiry.ExpressInterest(by, on, against);
        if (!moved.Ok)
            return moved;
        if (input.PrivacyNoticeVersion is { } version)
            enquiry.AcknowledgePrivacy(version, clock.Now);
        db.Add(Row(enquiry, input.Answers, on, by));
        await nurtures.EndAsync(enquiry.CaseId, ct);
        if (stopped.Count == 0)
            await visits.MakeAsync(enquiry, enquirer, ct);
        await history.WriteAsync(
            by,
            enquiry.CaseId,
            new HistoryNote("enquiry.interest", "Expression of interest")
            {
                OccurredOn = on,
                From = EnquiryState.InfoSent,
                To = enquiry.State,
                ForApplicant = "You told us that you would like to go on",
                Rules = ["T-ENQ-03", "R-ENQ-05"],
            },
            ct
        );
        await ConnectAsync(enquiry, input, people, by, ct);
        await act.SaveAsync(enquiry, ct);
        return Result.Done;
    }

    /// <summary>A connection that is told only now closes the case now.</summary>
    private async Task ConnectAsync(
        Enquiry enquiry,
        SubmitInterestInput input,
        IReadOnlyList<CasePerson> people,
        Actor actor,
        CancellationToken ct
    )
    {
        if (input.Connected is not true)
            return;
        var known = enquiry.ConnectionWithWhom;
        enquiry.Connect(input.ConnectionWithWhom ?? known);
        var found = await act.CaseAsync(enquiry, ct);
        if (found.Restricted && input.ConnectionWithWhom is null)
            return;
        var mentioned = people
            .SelectMany(p => new[] { p.FullName, p.Email ?? "" })
            .Append(input.ConnectionWithWhom ?? "");
        await restrict.RunAsync(new(found, EnquiryAct.WhyRestricted, [.. mentioned]), actor, ct);
    }

    private static ExpressionOfInterest Row(
        Enquiry enquiry,
        InterestAnswers answers,
        DateOnly on,
        Actor by
    ) =>
        new()
        {
            CouncilId = enquiry.CouncilId,
            CaseId = enquiry.CaseId,
            EnquiryId = enquiry.Id,
            On = on,
            Motivation = answers.Motivation,
            Experience = answers.Experience,
            WorkAndTime = answers.WorkAndTime,
            Home = answers.Home,
            Pets = answers.Pets,
            Smokes = answers.Smokes,
            Drives = answers.Drives,
            ChildrenElsewhere = answers.ChildrenElsewhere,
            EarlierApplications = answers.EarlierApplications,
            By = by.Name,
            OnBehalfOf = by.OnBehalfOf,
        };
}
