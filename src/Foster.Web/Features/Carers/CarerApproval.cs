using Foster.Web.Features.Assessment;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Carers;

/// <summary>One person's approval to foster. A couple holds two, in one case.</summary>
public sealed class CarerApproval : ICaseOwned, IVersioned
{
    private CarerApproval() { }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid CouncilId { get; private set; }
    public Guid CaseId { get; private set; }
    public Guid PersonId { get; private set; }

    /// <summary>The decision that approved this person.</summary>
    public Guid DecisionId { get; private set; }
    public ApprovalState State { get; private set; } = ApprovalState.ApprovedAgreementPending;

    /// <summary>The day of the decision, from which reviews and training are counted (R-ADM-06).</summary>
    public DateOnly ApprovedOn { get; private set; }

    /// <summary>The day of the last signature (R-AGR-01).</summary>
    public DateOnly? AgreementSignedOn { get; private set; }
    public int MaxChildren { get; private set; }
    public int MinAge { get; private set; }
    public int MaxAge { get; private set; }
    public string Kinds { get; private set; } = "";
    public OverLimit OverLimit { get; private set; }
    public string? NamedChildReference { get; private set; }
    public string? TermsNotes { get; private set; }
    public uint Version { get; set; }

    /// <summary>The terms, kept as columns so that they can be matched (R-TERMS-01).</summary>
    public ApprovalTerms Terms =>
        new(MaxChildren, MinAge, MaxAge, Kinds, OverLimit, NamedChildReference, TermsNotes);

    /// <summary>Opens the approval of one person (T-CAR-01); refused when the terms are not valid.</summary>
    public static Result<CarerApproval> Open(
        Guid councilId,
        Guid caseId,
        Guid personId,
        Guid decisionId,
        DateOnly approvedOn,
        ApprovalTerms terms
    )
    {
        if (terms.Against() is { Count: > 0 } wrong)
            return Result<CarerApproval>.Refused(wrong);
        return new CarerApproval
        {
            CouncilId = councilId,
            CaseId = caseId,
            PersonId = personId,
            DecisionId = decisionId,
            ApprovedOn = approvedOn,
            MaxChildren = terms.MaxChildren,
            MinAge = terms.MinAge,
            MaxAge = terms.MaxAge,
            Kinds = terms.Kinds,
            OverLimit = terms.OverLimit,
            NamedChildReference = terms.NamedChildReference,
            TermsNotes = terms.Notes,
        };
    }

    /// <summary>Makes the approval active (T-CAR-02) on the day of the last signature.</summary>
    /// <param name="signedOn">Null while a signature is missing.</param>
    /// <param name="missing">Everything else that is still to be done.</param>
    public Result Activate(Actor actor, DateOnly? signedOn, IReadOnlyList<Refusal> missing)
    {
        List<Refusal> against =
        [
            .. CarerMachine.Table.Against(State, ApprovalVerb.Activate, actor.Role),
            .. missing,
        ];
        if (signedOn < ApprovedOn)
            against.Add(
                new Refusal("The agreement cannot be signed before the approval.", "T-CAR-02", "on")
            );
        if (signedOn is null && missing.Count == 0)
            against.Add(new Refusal("The agreement is not signed yet.", "R-AGR-01"));
        if (against.Count > 0)
            return Result.Refused(against);
        State = CarerMachine.Table.Row(State, ApprovalVerb.Activate, actor.Role).To ?? State;
        AgreementSignedOn = signedOn;
        return Result.Done;
    }
}
