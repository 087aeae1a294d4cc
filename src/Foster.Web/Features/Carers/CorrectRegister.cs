using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Carers;

/// <param name="EntryId">The row that is wrong.</param>
public sealed record CorrectRegisterInput(
    Guid EntryId,
    string Name,
    string Address,
    DateOnly? DateOfBirth,
    string? Sex,
    string Reason
);

/// <summary>Replaces a row of the register by a right one and says why (R-REG-03). Answers with the new row.</summary>
public sealed class CorrectRegister(FosterDb db, CaseHistory history, LondonClock clock)
{
    /// <summary>The shortest reason that says something (R-VAL-06).</summary>
    public async Task<Result<Guid>> RunAsync(
        CorrectRegisterInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var wrong = await db.Set<RegisterEntry>()
            .AsNoTracking()
            .SingleOrDefaultAsync(r => r.Id == input.EntryId, ct);
        if (wrong is null)
            return Result<Guid>.Refused("This row of the register is not open to you.");
        var against = new List<Refusal>();
        if (!actor.Is(Role.PanelAdviser, Role.TeamManager))
            against.Add(
                new Refusal(
                    "Only the panel adviser or the team manager corrects the register.",
                    "R-REG-03"
                )
            );
        if (await db.Set<RegisterEntry>().AnyAsync(r => r.ReplacesId == wrong.Id, ct))
            against.Add(
                new Refusal(
                    "This row was corrected already. Open the register again and correct the newest row.",
                    "R-REG-03"
                )
            );
        against.AddRange(ReasonRule.Against(input.Reason, "reason", "what was wrong"));
        if (
            (input.Name, input.Address, input.DateOfBirth, input.Sex)
            == (wrong.Name, wrong.Address, wrong.DateOfBirth, wrong.Sex)
        )
            against.Add(new Refusal("Nothing differs from the row as it stands.", "R-REG-03"));
        if (against.Count > 0)
            return Result<Guid>.Refused(against);
        var right = new RegisterEntry
        {
            CouncilId = wrong.CouncilId,
            CaseId = wrong.CaseId,
            ApprovalId = wrong.ApprovalId,
            PersonId = wrong.PersonId,
            ReplacesId = wrong.Id,
            Name = input.Name,
            Address = input.Address,
            DateOfBirth = input.DateOfBirth,
            Sex = input.Sex,
            ApprovedOn = wrong.ApprovedOn,
            Terms = wrong.Terms,
            EnteredOn = clock.Today,
            EnteredBy = actor.Name,
            Reason = input.Reason.Trim(),
        };
        db.Add(right);
        await history.WriteAsync(
            actor,
            wrong.CaseId,
            new HistoryNote("carer.register-corrected", "Register entry corrected")
            {
                Reason = right.Reason,
                Rules = ["R-REG-03"],
                Payload = new { from = wrong.Id, to = right.Id },
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return right.Id;
    }
}
