using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;
using static Foster.Web.Features.Records.AccessState;

namespace Foster.Web.Features.Records;

public enum AccessState
{
    Review,
    SecondLook,
    Approved,
    Given,
    Withdrawn,
}

public enum AccessVerb
{
    Gather,
    Decide,
    Extend,
    FinishReview,
    SendBack,
    Approve,
    Give,
    Fetch,
    Withdraw,
}

/// <summary>The state table of a subject access request.</summary>
public static class AccessMachine
{
    public static StateMachine<AccessState, AccessVerb> Table { get; } =
        new(
            "Subject access request",
            Words,
            Words,
            Row("R-DP-08", AccessVerb.Gather, [Review], null, "By the records officer"),
            Row("R-DP-09", AccessVerb.Decide, [Review], null, "A reason; by the records officer"),
            Row(
                "R-DP-08",
                AccessVerb.Extend,
                [Review, SecondLook],
                null,
                "Complex, once, within the first month; by the records officer"
            ),
            Row(
                "R-DP-09",
                AccessVerb.FinishReview,
                [Review],
                SecondLook,
                "Everything is decided and nothing new was stored; by the records officer"
            ),
            Row(
                "R-DP-09",
                AccessVerb.SendBack,
                [SecondLook],
                Review,
                "A reason; by the team manager or another records officer, not the reviewer"
            ),
            Row(
                "R-DP-09",
                AccessVerb.Approve,
                [SecondLook],
                Approved,
                "By the team manager or another records officer, not the reviewer"
            ),
            Row(
                "R-DP-08",
                AccessVerb.Give,
                [Approved, Given],
                Given,
                "By the records officer, with a fresh second factor"
            ),
            new Transition<AccessState, AccessVerb>(
                "R-DP-08",
                AccessVerb.Fetch,
                [Approved, Given],
                Given,
                Owners,
                "By who asked in their account, who shows afresh that it is them"
            ),
            new Transition<AccessState, AccessVerb>(
                "R-DP-08",
                AccessVerb.Withdraw,
                [Review, SecondLook, Approved],
                Withdrawn,
                Owners,
                "By who asked in their account"
            )
        );

    /// <summary>What is over: nobody waits for it any more.</summary>
    public static IReadOnlyList<AccessState> Over { get; } = [Given, Withdrawn];

    private static IReadOnlyList<Role> Owners => [Role.ProspectiveCarer, Role.ApprovedCarer];

    public static string Words(AccessState state) =>
        state switch
        {
            Review => "under review",
            SecondLook => "waiting for the second look",
            Approved => "ready to be given",
            Withdrawn => "withdrawn",
            _ => "given",
        };

    public static string Words(AccessVerb verb) =>
        verb switch
        {
            AccessVerb.Gather => "gather what is stored",
            AccessVerb.Decide => "include or withhold something",
            AccessVerb.Extend => "extend the time",
            AccessVerb.FinishReview => "finish the review",
            AccessVerb.SendBack => "send it back",
            AccessVerb.Approve => "approve the copy",
            AccessVerb.Fetch => "download the copy",
            AccessVerb.Withdraw => "withdraw the request",
            _ => "hand out the copy",
        };

    private static Transition<AccessState, AccessVerb> Row(
        string rule,
        AccessVerb verb,
        IReadOnlyList<AccessState> from,
        AccessState? to,
        string guard
    ) => new(rule, verb, from, to, RetentionMachine.Officers, guard);
}
