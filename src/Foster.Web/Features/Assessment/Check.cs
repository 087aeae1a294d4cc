using Foster.Web.Features.Assessment.Checks;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Assessment;

public enum CheckOutcome
{
    Clear,
    InformationReceived,
    Concern,
    Refused,
    NotApplicable,

    /// <summary>It was asked for, and whoever has it will not or cannot give it.</summary>
    NotSupplied,
}

/// <summary>What came back of a check, and who looked at it.</summary>
public sealed record CheckFindings(
    DateOnly ReceivedOn,
    CheckOutcome Outcome,
    string? Note,
    Guid ReviewerId,
    string Reviewer,
    DateOnly ReviewedOn,
    string? CertificateNumber = null,
    DateOnly? CertificateIssuedOn = null,
    bool? OnBarredList = null,
    DateOnly? ExpiresOn = null,
    DateOnly? ConsentSeenOn = null,
    string? MadeBy = null
);

/// <summary>One check of one person, of the home or of the case (§4.3).</summary>
public sealed class Check : ICaseOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>The key of its kind, such as CHK-02.</summary>
    public required string Kind { get; init; }

    /// <summary>Whom it is about; null for the home and the case as a whole.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The approval of whose service it is the reference; null for every other kind.</summary>
    public Guid? PreviousApprovalId { get; init; }

    /// <summary>The animal that is assessed; null for every other kind.</summary>
    public Guid? AnimalId { get; init; }
    public CheckState State { get; private set; } = CheckState.Needed;
    public DateOnly? RequestedOn { get; private set; }

    /// <summary>The consent in the application, or the day on which one on paper was seen.</summary>
    public Guid? ConsentId { get; private set; }
    public DateOnly? ConsentSeenOn { get; private set; }
    public DateOnly? ReceivedOn { get; private set; }
    public CheckOutcome? Outcome { get; private set; }
    public Guid? ReviewerId { get; private set; }
    public string? Reviewer { get; private set; }
    public DateOnly? ReviewedOn { get; private set; }

    /// <summary>Who made it, where the kind asks for it.</summary>
    public string? MadeBy { get; private set; }
    public DateOnly? ExpiresOn { get; private set; }
    public string? Note { get; private set; }
    public string? CriminalNote { get; private set; }
    public string? MedicalNote { get; private set; }

    /// <summary>Stored once; screens show the last four digits only.</summary>
    public string? CertificateNumber { get; private set; }
    public DateOnly? CertificateIssuedOn { get; private set; }
    public bool? OnBarredList { get; private set; }

    /// <summary>Whether something is written down of what a certificate said, which goes earlier than the rest (R-DP-04).</summary>
    public bool HasCertificateDetail { get; private set; }
    public uint Version { get; set; }

    public ICheckKind About => CheckKinds.Of(Kind);

    public bool IsOpen => State is CheckState.Needed or CheckState.Requested;

    /// <summary>Done with, and not refused by the person (R-APP-05).</summary>
    public bool IsIn => State == CheckState.Received && Outcome != CheckOutcome.Refused;

    /// <summary>It really came; having asked for it is not enough (R-REF-02).</summary>
    public bool IsSupplied =>
        IsIn && Outcome is not (CheckOutcome.NotApplicable or CheckOutcome.NotSupplied);

    public string? NoteOfKind => CriminalNote ?? MedicalNote ?? Note;

    public static string? Masked(string? number) =>
        number is null ? null : "•••• •••• " + number[^Math.Min(4, number.Length)..];

    public Result Request(
        Actor actor,
        DateOnly on,
        Guid? consentId,
        DateOnly? seenOn,
        IReadOnlyList<Refusal> against
    ) =>
        Move(
            CheckVerb.Request,
            actor,
            against,
            () => (RequestedOn, ConsentId, ConsentSeenOn) = (on, consentId, seenOn)
        );

    public Result Chase(Actor actor, DateOnly on, IReadOnlyList<Refusal> against) =>
        Move(
            CheckVerb.Chase,
            actor,
            [
                .. against,
                .. on < RequestedOn
                    ? new[]
                    {
                        new Refusal(
                            "The date is before the day it was asked for.",
                            "R-VAL-04",
                            "on"
                        ),
                    }
                    : [],
            ],
            () => { }
        );

    /// <summary>Takes what came back (R-VAL-05).</summary>
    public Result Record(Actor actor, CheckFindings found, IReadOnlyList<Refusal> against) =>
        Move(
            CheckVerb.Record,
            actor,
            [.. against, .. Wrong(found)],
            () =>
            {
                (ReceivedOn, Outcome) = (found.ReceivedOn, found.Outcome);
                (ReviewerId, Reviewer, ReviewedOn) = (
                    found.ReviewerId,
                    found.Reviewer,
                    found.ReviewedOn
                );
                (CertificateNumber, CertificateIssuedOn) = (
                    found.CertificateNumber,
                    found.CertificateIssuedOn
                );
                (OnBarredList, ExpiresOn) = (found.OnBarredList, found.ExpiresOn);
                MadeBy = About.Asks.MadeBy is null ? null : found.MadeBy ?? found.Reviewer;
                ConsentSeenOn ??= ConsentId is null ? found.ConsentSeenOn : null;
                CriminalNote = About.Content == CheckContent.Criminal ? found.Note : null;
                HasCertificateDetail = CriminalNote is not null;
                MedicalNote = About.Content == CheckContent.Medical ? found.Note : null;
                Note = CriminalNote is null && MedicalNote is null ? found.Note : null;
            }
        );

    /// <summary>Marked received when enough referees have been interviewed.</summary>
    public void FollowInterviews(DateOnly on, Actor actor, DateOnly today)
    {
        if (!About.FollowsFromInterviews || !IsOpen)
            return;
        (State, ReceivedOn, Outcome) = (CheckState.Received, on, CheckOutcome.InformationReceived);
        (ReviewerId, Reviewer, ReviewedOn) = (actor.AccountId, actor.Name, today);
    }

    public Result Reopen(Actor actor, DateOnly on, IReadOnlyList<Refusal> against) =>
        Move(
            CheckVerb.Reopen,
            actor,
            [
                .. against,
                .. About.FollowsFromInterviews
                    ? new[]
                    {
                        new Refusal(
                            "Interviews stand as they were made; this check follows from them.",
                            "R-REF-01"
                        ),
                    }
                    : [],
            ],
            () =>
            {
                RequestedOn ??= on;
                (ReceivedOn, Outcome, ReviewerId, Reviewer, ReviewedOn) = (
                    null,
                    null,
                    null,
                    null,
                    null
                );
                (CertificateNumber, CertificateIssuedOn, OnBarredList, ExpiresOn) = (
                    null,
                    null,
                    null,
                    null
                );
                Note = CriminalNote = MedicalNote = MadeBy = null;
                HasCertificateDetail = false;
            }
        );

    public void ForgetCertificate() => (CriminalNote, HasCertificateDetail) = (null, false);

    public Result Cancel(Actor actor) => Move(CheckVerb.Cancel, actor, [], () => { });

    /// <summary>The animal is not at home any more; what was found of it stays where it was assessed (R-ELIG-07).</summary>
    public Result LeaveOut(Actor actor, string why, IReadOnlyList<Refusal> against) =>
        Move(
            CheckVerb.LeaveOut,
            actor,
            [
                .. against,
                .. About.IsOfEachAnimal
                    ? []
                    : new[] { new Refusal($"{About.Title} cannot be left out.", "R-VAL-02") },
            ],
            () => Note = why
        );

    private List<Refusal> Wrong(CheckFindings found)
    {
        var wrong = new List<Refusal>();
        void Say(string reason, string field) => wrong.Add(new Refusal(reason, "R-VAL-05", field));
        var answered =
            found.Outcome
            is not (CheckOutcome.Refused or CheckOutcome.NotApplicable or CheckOutcome.NotSupplied);
        if (About.FollowsFromInterviews)
            Say("This is recorded with the interviews of the referees.", "outcome");
        if (
            (found.Outcome == CheckOutcome.NotApplicable && !About.MayBeNotApplicable)
            || (found.Outcome == CheckOutcome.NotSupplied && !About.MayStayUnsupplied)
        )
            Say($"{About.Title} cannot be left out.", "outcome");
        else if (found.Outcome == CheckOutcome.NotSupplied && RequestedOn is null)
            wrong.Add(
                new Refusal(
                    "The service has to be asked first. Record when you asked it, then that it did not supply its reference.",
                    "R-TRF-05",
                    "outcome"
                )
            );
        if (found.Outcome != CheckOutcome.Clear && (found.Note ?? "").Trim().Length < 20)
            Say("Say in at least 20 characters what was found, or why it is missing.", "note");
        if (found.ReceivedOn < RequestedOn)
            Say("The date received is before the day it was asked for.", "received");
        if (found.ReviewedOn < found.ReceivedOn)
            Say("The day of review is before the day it was received.", "reviewed");
        if (!About.NeedsCertificate || !answered)
            return wrong;
        if (found.CertificateNumber is not { Length: 12 } number || !number.All(char.IsAsciiDigit))
            Say("Enter the 12 digits of the certificate number.", "certificate");
        if (found.CertificateIssuedOn is not { } issued)
            Say("Enter the day the certificate was issued.", "issued");
        else if (issued > found.ReceivedOn)
            Say("The certificate was issued after it was received. Check both dates.", "issued");
        if (found.OnBarredList is null)
            Say("Say whether the person is on the children's barred list.", "barred");
        else if (found.OnBarredList == true && found.Outcome != CheckOutcome.Concern)
            wrong.Add(
                new Refusal(
                    "Somebody on the children's barred list is a concern.",
                    "R-DISQ-10",
                    "outcome"
                )
            );
        return wrong;
    }

    private Result Move(CheckVerb verb, Actor actor, IReadOnlyList<Refusal> guards, Action stamp)
    {
        var against = CheckMachine.Table.Against(State, verb, actor.Role);
        if (against.Count + guards.Count > 0)
            return Result.Refused([.. against, .. guards]);
        State = CheckMachine.Table.Row(State, verb, actor.Role).To ?? State;
        stamp();
        return Result.Done;
    }
}

/// <summary>One time somebody asked where a check had got to.</summary>
public sealed class CheckChase : ICaseOwned, IAppendOnly
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid CheckId { get; init; }
    public required DateOnly ChasedOn { get; init; }

    /// <summary>Whom and how, such as GP surgery by telephone.</summary>
    public required string How { get; init; }
    public required string By { get; init; }
}
