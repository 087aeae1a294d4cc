using System.Security.Cryptography;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

/// <summary>Somebody as they first tell us who they are.</summary>
public sealed record NewPerson(
    string GivenName,
    string FamilyName,
    DateOnly? DateOfBirth,
    string? Email,
    string? Telephone,
    string Relationship = ""
)
{
    /// <summary>Set where their id was promised already.</summary>
    public Guid? Id { get; init; }
}

/// <summary>Where the household lives.</summary>
public sealed record NewAddress(string Lines, string? Town, string Postcode);

public sealed record OpenCaseInput(
    Guid CouncilId,
    IReadOnlyList<NewPerson> Applicants,
    IReadOnlyList<NewPerson> Others,
    NewAddress? Address,
    DateOnly OpenedOn
)
{
    /// <summary>Set where id and reference were promised already.</summary>
    public Guid? CaseId { get; init; }
    public string? Reference { get; init; }

    /// <summary>The case of the same household that it goes on from.</summary>
    public Guid? PreviousCaseId { get; init; }
}

/// <summary>A case with the people in it, as it has just been opened.</summary>
public sealed record OpenedCase(Case Case, IReadOnlyList<Person> Applicants);

/// <summary>Opens a case with its household. The calling operation writes the history and saves.</summary>
public sealed class OpenCase(FosterDb db, MatchKeys keys)
{
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    public async Task<OpenedCase> RunAsync(OpenCaseInput input, Actor actor, CancellationToken ct)
    {
        var code = (await db.Set<Council>().FindAsync([input.CouncilId], ct))!.Code;
        var household = new Household { CouncilId = input.CouncilId };
        var opened = new Case
        {
            Id = input.CaseId ?? Guid.CreateVersion7(),
            CouncilId = input.CouncilId,
            Reference = input.Reference ?? NewReference(code),
            HouseholdId = household.Id,
            OpenedOn = input.OpenedOn,
            PreviousCaseId = input.PreviousCaseId,
        };
        db.Add(household);
        db.Add(opened);
        db.Scope.Reach(opened.Id);
        var position = 0;
        var applicants = input
            .Applicants.Select(p => Add(p, household, ++position, isApplicant: true, input))
            .ToList();
        foreach (var other in input.Others)
            Add(other, household, ++position, isApplicant: false, input);
        foreach (var person in applicants)
            keys.Add(person, input.Address?.Postcode);
        if (input.Address is { } address)
            foreach (var person in applicants)
                db.Add(
                    new Address
                    {
                        CouncilId = input.CouncilId,
                        PersonId = person.Id,
                        Lines = address.Lines,
                        Town = address.Town,
                        Postcode = address.Postcode,
                    }
                );
        return new OpenedCase(opened, applicants);
    }

    private Person Add(
        NewPerson who,
        Household household,
        int position,
        bool isApplicant,
        OpenCaseInput input
    )
    {
        var person = new Person
        {
            Id = who.Id ?? Guid.CreateVersion7(),
            CouncilId = input.CouncilId,
            GivenName = who.GivenName,
            FamilyName = who.FamilyName,
            DateOfBirth = who.DateOfBirth,
            Email = who.Email,
            Telephone = who.Telephone,
        };
        db.Add(person);
        db.Add(
            new Membership
            {
                CouncilId = input.CouncilId,
                HouseholdId = household.Id,
                PersonId = person.Id,
                IsApplicant = isApplicant,
                Position = position,
                Relationship = who.Relationship,
                From = input.OpenedOn,
            }
        );
        return person;
    }

    /// <summary>A reference of this council that no case has.</summary>
    public static string NewReference(string code) => $"{code}-{Part()}-{Part()}";

    /// <summary>Four characters that cannot be mistaken for one another; references are neither counted nor guessed.</summary>
    private static string Part() => RandomNumberGenerator.GetString(Alphabet, 4);
}
