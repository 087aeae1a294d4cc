using Foster.Web.Foundation.Actors;

namespace Foster.Web.Foundation.History;

/// <summary>
/// Which name of a doer the chained row holds. It stays when a case is erased, so only employees and Foster itself stand
/// there by name; applicants, carers and holders of links stand in the words, which go with the case (R-DP-11).
/// </summary>
public static class DoerNames
{
    public static string Shown(Actor actor) => IsOpen(actor) ? actor.Name : actor.Role.Title();

    public static string? Hidden(Actor actor) => IsOpen(actor) ? null : actor.Name;

    private static bool IsOpen(Actor actor) =>
        actor.Role.IsStaff() || actor.Role is Role.System or Role.Anyone;
}
