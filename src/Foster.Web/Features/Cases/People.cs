using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Cases;

/// <summary>A person on record with a council: enquirer, applicant, household member or carer.</summary>
public sealed class Person : ICouncilOwned, IVersioned
{
    private string givenName = "";
    private string familyName = "";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }

    public required string GivenName
    {
        get => givenName;
        set
        {
            givenName = value;
            SearchName = Fold($"{givenName} {familyName}");
        }
    }

    public required string FamilyName
    {
        get => familyName;
        set
        {
            familyName = value;
            SearchName = Fold($"{givenName} {familyName}");
        }
    }

    /// <summary>The name without accents and in lower case, so that Zoë is found as zoe.</summary>
    public string SearchName { get; private set; } = "";
    public DateOnly? DateOfBirth { get; set; }
    public string? Email { get; set; }
    public string? Telephone { get; set; }
    public uint Version { get; set; }

    public string FullName => $"{GivenName} {FamilyName}";

    /// <summary>Age on a day; null while the date of birth is not known (R-VAL-02: derived, never stored).</summary>
    public int? AgeOn(DateOnly day)
    {
        if (DateOfBirth is not { } born)
            return null;
        var age = day.Year - born.Year;
        return born.AddYears(age) > day ? age - 1 : age;
    }

    /// <summary>
    /// Whether somebody of this whole name may have given what was said as their first name: its first words are the
    /// same, whatever the case and the accents.
    /// </summary>
    public static bool MayBeCalled(string fullName, string said) =>
        Fold(said) is { Length: > 0 } folded
        && $"{Fold(fullName)} ".StartsWith($"{folded} ", StringComparison.Ordinal);

    /// <summary>Folds a name for searching: lower case, no accents, single spaces.</summary>
    public static string Fold(string name) => Words.Fold(name);
}

/// <summary>People who live together; a case is one household's road.</summary>
public sealed class Household : ICouncilOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
}

/// <summary>A person's place in a household over time.</summary>
public sealed class Membership : ICouncilOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid HouseholdId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>True for the one or two people who enquire, apply and are approved (R-VAL-01).</summary>
    public required bool IsApplicant { get; set; }

    /// <summary>1 for the main applicant, 2 for the partner; then the order in which others were added.</summary>
    public required int Position { get; set; }

    /// <summary>To the main applicant, such as daughter; empty for the applicants.</summary>
    public string Relationship { get; set; } = "";
    public required DateOnly From { get; init; }
    public DateOnly? To { get; set; }
    public uint Version { get; set; }
}

/// <summary>Where a person lived, from when to when.</summary>
public sealed class Address : ICouncilOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid PersonId { get; init; }
    public required string Lines { get; set; }
    public string? Town { get; set; }
    public required string Postcode { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }
    public uint Version { get; set; }
}

/// <summary>The account with which a person signs in.</summary>
public sealed class AccountLink : ICouncilOwned
{
    public required Guid AccountId { get; init; }
    public required Guid CouncilId { get; init; }
    public required Guid PersonId { get; init; }
}
