using Foster.Web.Features.Cases;
using Xunit;

namespace Foster.Tests.Enquiries.Duplicates;

/// <summary>R-ENQ-14: who is found to be like whom, and by what.</summary>
public sealed class PersonKeyTests
{
    private static readonly DateOnly Born = new(1984, 2, 29);
    private static readonly DateOnly Later = new(1990, 7, 1);

    public static TheoryData<string, Known, Known, string> Pairs { get; } =
        new()
        {
            {
                "accents and case",
                new("Zoë", "Müller", Born, "CH41 1AA"),
                new("ZOE", "muller", Born, "ch411aa"),
                "Whole NameAndBirth NameAndPlace"
            },
            {
                "a hyphen",
                new("Zoë", "Smith-Jones", Born, "CH41 1AA"),
                new("Zoë", "Smith Jones", Born, "CH41 1AA"),
                "Whole NameAndBirth NameAndPlace"
            },
            {
                "half of a double name",
                new("Zoë", "Smith-Jones", Born, "CH41 1AA"),
                new("Zoë", "Jones", Born, "CH41 1AA"),
                "NameAndBirth NameAndPlace"
            },
            {
                "a second given name",
                new("Zoë Anne", "Jones", Born, null),
                new("Zoë", "Jones", Born, null),
                "NameAndBirth"
            },
            {
                "a second given name and all else the same",
                new("Anna Maria", "Jones", Born, "CH41 1AA"),
                new("Anna", "Jones", Born, "CH41 1AA"),
                "Whole NameAndBirth NameAndPlace"
            },
            {
                "an apostrophe",
                new("Sean", "O'Neill", Born, null),
                new("Seán", "O’Neill", Born, null),
                "NameAndBirth"
            },
            {
                "moved house",
                new("Zoë", "Jones", Born, "CH41 1AA"),
                new("Zoë", "Jones", Born, "L1 1AA"),
                "NameAndBirth"
            },
            {
                "no date of birth",
                new("Zoë", "Jones", null, "CH41 1AA"),
                new("Zoë", "Jones", Born, "CH41 1AA"),
                "NameAndPlace"
            },
            {
                "the telephone of the family",
                new("Zoë", "Jones", Born, "CH41 1AA", "+441514960901"),
                new("Sam", "Ashdown", Later, "L1 1AA", "0151 496 0901"),
                "Telephone"
            },
            {
                "one mailbox",
                new("Zoë", "Jones", Born, null, null, "Zoe@foster.example"),
                new("Sam", "Ashdown", Later, null, null, "zoe@foster.example"),
                "Email"
            },
            {
                "the same name alone",
                new("Zoë", "Jones", Born, "CH41 1AA"),
                new("Zoë", "Jones", Later, "L1 1AA"),
                ""
            },
            {
                "the same postcode and birthday alone",
                new("Zoë", "Jones", Born, "CH41 1AA"),
                new("Ann", "Miller", Born, "CH41 1AA"),
                ""
            },
            { "nothing known", new("Zoë", "Jones"), new("Zoë", "Jones"), "" },
        };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void R_ENQ_14_two_people_are_alike_by(string why, Known one, Known other, string by)
    {
        var first = one.Keys().Select(k => (k.Kind, k.Digest)).ToHashSet();

        var common = other.Keys().Where(k => first.Contains((k.Kind, k.Digest)));

        Assert.True(
            by == string.Join(' ', common.Select(k => k.Kind).Distinct().Order()),
            $"{why}: {string.Join(' ', common.Select(k => k.Kind))}"
        );
    }

    [Fact]
    public void A_digest_says_nothing_by_itself_and_never_stands_twice()
    {
        var keys = new Known("Ann Ann", "Jones-Jones", Born, "CH41 1AA", "07700 900 982").Keys();

        Assert.All(keys, k => Assert.Matches("^[0-9a-f]{32}$", k.Digest));
        Assert.Equal(keys.Count, keys.Select(k => (k.Kind, k.Digest)).Distinct().Count());
    }

    public sealed record Known(
        string Given,
        string Family,
        DateOnly? Born = null,
        string? Postcode = null,
        string? Telephone = null,
        string? Email = null
    )
    {
        public IReadOnlyList<PersonKey> Keys() =>
            PersonKey.Of(
                new Person
                {
                    CouncilId = Guid.NewGuid(),
                    GivenName = Given,
                    FamilyName = Family,
                    DateOfBirth = Born,
                    Telephone = Telephone,
                    Email = Email,
                },
                Postcode is null ? [] : [Postcode]
            );
    }
}
