using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Clock;

namespace Foster.Web.Features.Enquiries.Duplicates;

/// <summary>Who is on record in one enquiry and not in the other, a line each.</summary>
internal static class CarriedPeople
{
    public static IEnumerable<string> Of(
        IReadOnlyList<CasePerson> from,
        IReadOnlyList<CasePerson> to
    )
    {
        foreach (var person in from)
        {
            var same = to.Where(p => Name(p) == Name(person)).ToList();
            if (same.Count == 0)
                yield return Whole(person);
            else if (person.DateOfBirth is { } born && !same.Exists(p => p.DateOfBirth == born))
                yield return $"{person.FullName}: born {BritishDate.Long(born)}";
        }
    }

    private static string Name(CasePerson person) => Person.Fold(person.FullName);

    private static string Whole(CasePerson person) =>
        string.Join(
            ", ",
            new[]
            {
                person.FullName,
                person.IsApplicant ? "who enquires too" : "in the household",
                person.Relationship is { Length: > 0 } relationship ? relationship : null,
                person.DateOfBirth is { } born ? $"born {BritishDate.Long(born)}" : null,
            }.OfType<string>()
        );
}
