using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;
using static Foster.Web.Features.Carers.ApprovalState;

namespace Foster.Web.Features.Carers;

/// <summary>Where a carer's approval stands (§10.3).</summary>
public enum ApprovalState
{
    /// <summary>Approved; no child may be placed until the agreement is signed.</summary>
    ApprovedAgreementPending,
    Active,
}

/// <summary>What is done to an approval.</summary>
public enum ApprovalVerb
{
    Open,
    Sign,
    Activate,
}

/// <summary>The state table of a carer's approval.</summary>
public static class CarerMachine
{
    public static StateMachine<ApprovalState, ApprovalVerb> Table { get; } =
        new(
            "Carer approval",
            Words,
            Words,
            new Transition<ApprovalState, ApprovalVerb>(
                "T-CAR-01",
                ApprovalVerb.Open,
                [],
                ApprovedAgreementPending,
                [Role.System],
                "The decision maker has approved; the terms are valid; the register row is written"
            ),
            new Transition<ApprovalState, ApprovalVerb>(
                "R-AGR-01",
                ApprovalVerb.Sign,
                [ApprovedAgreementPending],
                null,
                [Role.ApprovedCarer, Role.SupervisingSocialWorker, Role.TeamManager],
                "Each carer for themselves; the service once"
            ),
            // The team manager names the supervisor, and that may be what comes last.
            new Transition<ApprovalState, ApprovalVerb>(
                "T-CAR-02",
                ApprovalVerb.Activate,
                [ApprovedAgreementPending],
                Active,
                [Role.ApprovedCarer, Role.SupervisingSocialWorker, Role.TeamManager],
                "Signed by every carer and by the service; a supervising social worker is named"
            )
        );

    /// <summary>A state as it follows «it is …».</summary>
    public static string Words(ApprovalState state) =>
        state switch
        {
            ApprovedAgreementPending => "approved, with the agreement still to be signed",
            _ => "active",
        };

    /// <summary>A state as it stands beside a name.</summary>
    public static string Title(ApprovalState state) =>
        state switch
        {
            ApprovedAgreementPending => "Agreement to be signed",
            _ => "Active",
        };

    /// <summary>An act as it follows «you cannot …».</summary>
    public static string Words(ApprovalVerb verb) =>
        verb switch
        {
            ApprovalVerb.Open => "open an approval",
            ApprovalVerb.Sign => "sign the agreement",
            _ => "make the approval active",
        };
}
