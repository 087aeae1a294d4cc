using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Operate.People;

/// <summary>Which roles go together in one council. What depends on a case is looked at where the case is.</summary>
public static class RoleRules
{
    public const string Field = "roles";

    /// <summary>An administrator reads no case, so that role goes with no other (R-SOD-07).</summary>
    public static IEnumerable<Refusal> Against(IReadOnlyCollection<Role> roles)
    {
        if (roles.Any(r => !r.IsStaff()))
            yield return new Refusal(
                "Applicants and carers get their account from their own invitation.",
                null,
                Field
            );
        if (roles.Contains(Role.Administrator) && roles.Count > 1)
            yield return new Refusal(
                "An administrator does not work on cases: give that role alone, or the others without it.",
                "R-SOD-07",
                Field
            );
    }
}
