using System.Text.RegularExpressions;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate;

/// <param name="Code">Two to six letters, with which every reference begins.</param>
/// <param name="Districts">Postcode districts, such as CH41, whose enquiries come to this council.</param>
public sealed record CreateCouncilInput(
    string Code,
    string Name,
    string TeamName,
    string Telephone,
    string OpeningHours,
    string OutOfHoursTelephone,
    string Email,
    string PostalAddress,
    IReadOnlyList<string> Districts
);

/// <summary>Takes a council on. The first one is where enquiries from elsewhere go.</summary>
public sealed partial class CreateCouncil(FosterDb db, ActorSource actors, CouncilHistory history)
{
    public async Task<Result<Council>> RunAsync(
        CreateCouncilInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var code = input.Code.Trim().ToUpperInvariant();
        var name = input.Name.Trim();
        var districts = input
            .Districts.Select(d => d.Trim().ToUpperInvariant())
            .Where(d => d.Length > 0)
            .Distinct()
            .ToList();
        var against = Against(input, code, name, districts);
        var others = await db.Set<Council>().AsNoTracking().ToListAsync(ct);
        if (!actor.Is(Role.System))
            against.Add(new Refusal("Councils are made on the command line."));
        if (others.Any(c => c.Code == code))
            against.Add(new Refusal($"There is a council with the code {code} already."));
        if (others.Any(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            against.Add(new Refusal($"There is a council named {name} already."));
        var taken = await db.Set<PostcodeDistrict>()
            .Where(d => districts.Contains(d.District))
            .Select(d => d.District)
            .ToListAsync(ct);
        against.AddRange(
            taken.Select(d => new Refusal($"The district {d} belongs to another council."))
        );
        if (against.Count > 0)
            return Result<Council>.Refused(against);
        var council = new Council
        {
            Code = code,
            Name = name,
            TeamName = input.TeamName.Trim(),
            Telephone = input.Telephone.Trim(),
            OpeningHours = input.OpeningHours.Trim(),
            OutOfHoursTelephone = input.OutOfHoursTelephone.Trim(),
            Email = EmailField.Normalise(input.Email.Trim())!,
            PostalAddress = input.PostalAddress.Trim(),
            PrivacyNoticeVersion = CouncilDefaults.PrivacyNoticeVersion,
            PrivacyNotice = CouncilDefaults.PrivacyNotice,
            IsIntake = others.All(c => !c.IsIntake),
        };
        db.Add(council);
        foreach (var district in districts)
            db.Add(new PostcodeDistrict { District = district, CouncilId = council.Id });
        history.Write(
            actors.System(council.Id),
            council.Id,
            new HistoryNote("council.created", $"{name} taken on with the code {code}")
        );
        await db.SaveChangesAsync(ct);
        return council;
    }

    private static List<Refusal> Against(
        CreateCouncilInput input,
        string code,
        string name,
        List<string> districts
    )
    {
        var against = new List<Refusal>();
        if (!Code().IsMatch(code))
            against.Add(new Refusal("The code has two to six letters, such as WIR."));
        foreach (
            var (what, said) in new[]
            {
                ("name", name),
                ("team name", input.TeamName),
                ("opening hours", input.OpeningHours),
                ("postal address", input.PostalAddress),
            }
        )
            if (said.Trim().Length is 0 or > 200)
                against.Add(new Refusal($"Give the {what} in 200 characters or fewer."));
        foreach (
            var (what, said) in new[]
            {
                ("telephone number", input.Telephone),
                ("out-of-hours telephone number", input.OutOfHoursTelephone),
            }
        )
            if (PhoneField.Normalise(said) is null)
                against.Add(new Refusal($"Give the {what}, like 0151 496 0123."));
        if (EmailField.Normalise(input.Email.Trim()) is null)
            against.Add(new Refusal("Give the team's e-mail address, like name@example.com."));
        against.AddRange(
            districts
                .Where(d => !District().IsMatch(d))
                .Select(d => new Refusal(
                    $"{d} is no postcode district. Write them like CH41,CH42."
                ))
        );
        return against;
    }

    [GeneratedRegex(@"\A[A-Z]{2,6}\z")]
    private static partial Regex Code();

    [GeneratedRegex(@"\A[A-Z]{1,2}[0-9][0-9A-Z]?\z")]
    private static partial Regex District();
}
