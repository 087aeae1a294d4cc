using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate.Councils;

public sealed record ChangeContactsInput(
    string TeamName,
    string Telephone,
    string OpeningHours,
    string OutOfHoursTelephone,
    string Email,
    string PostalAddress
);

/// <summary>Says how the public reaches the team. Pages, letters and e-mails made from now on say it too.</summary>
public sealed class ChangeContacts(FosterDb db, CouncilHistory history)
{
    public async Task<Result> RunAsync(ChangeContactsInput input, Actor actor, CancellationToken ct)
    {
        if (CouncilAct.Against(actor) is { } refusal)
            return Result.Refused(refusal);
        var telephone = PhoneField.Normalise(input.Telephone);
        var outOfHours = PhoneField.Normalise(input.OutOfHoursTelephone);
        var email = EmailField.Normalise(input.Email.Trim());
        List<Refusal> against =
        [
            .. CouncilAct.Against("the team’s name", input.TeamName, "team"),
            .. CouncilAct.Against("the opening hours", input.OpeningHours, "hours"),
            .. CouncilAct.Against("the postal address", input.PostalAddress, "address"),
        ];
        if (telephone is null)
            against.Add(new("Enter a telephone number, like 0151 496 0123", null, "telephone"));
        if (outOfHours is null)
            against.Add(new("Enter a telephone number, like 0151 496 0123", null, "out-of-hours"));
        if (email is null)
            against.Add(new("Enter an email address, like name@example.com", null, "email"));
        if (against.Count > 0)
            return Result.Refused(against);
        var council = await db.Set<Council>().SingleAsync(c => c.Id == actor.CouncilId, ct);
        List<(string What, string From, string To)> changes =
        [
            ("team", council.TeamName, Words.Tidy(input.TeamName, false)),
            ("telephone", council.Telephone, PhoneField.Pretty(telephone!)),
            ("open", council.OpeningHours, Words.Tidy(input.OpeningHours, false)),
            ("out of hours", council.OutOfHoursTelephone, PhoneField.Pretty(outOfHours!)),
            ("e-mail", council.Email, email!),
            ("address", council.PostalAddress, Words.Tidy(input.PostalAddress, false)),
        ];
        changes.RemoveAll(c => c.From == c.To);
        if (changes.Count == 0)
            return Result.Done;
        council.TeamName = Words.Tidy(input.TeamName, false);
        council.Telephone = PhoneField.Pretty(telephone!);
        council.OpeningHours = Words.Tidy(input.OpeningHours, false);
        council.OutOfHoursTelephone = PhoneField.Pretty(outOfHours!);
        council.Email = email!;
        council.PostalAddress = Words.Tidy(input.PostalAddress, false);
        history.Write(
            actor,
            council.Id,
            new HistoryNote(
                "council.contacts",
                "Contacts changed: "
                    + string.Join(
                        "; ",
                        changes.Select(c => $"{c.What} from “{c.From}” to “{c.To}”")
                    )
            )
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
