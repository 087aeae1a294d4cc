using Foster.Web.Foundation.Actors;

namespace Foster.Web.Foundation.Catalogues;

/// <summary>A link of the service navigation, offered by a feature.</summary>
/// <param name="Area">The first part of the addresses it belongs to: "staff", "carer"; empty for the public site.</param>
/// <param name="Title">The words of the link.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Order">Lower comes first.</param>
/// <param name="Roles">Who sees it: any of these roles; none means everyone.</param>
public sealed record NavigationItem(
    string Area,
    string Title,
    string Href,
    int Order,
    params string[] Roles
)
{
    /// <summary>Only for whoever holds this duty.</summary>
    public Capability? Duty { get; init; }

    /// <summary>Whether somebody with these roles and duties is offered the link.</summary>
    public bool IsFor(Func<string, bool> inRole, Func<Capability, bool> holds) =>
        (Roles.Length == 0 || Roles.Any(inRole)) && (Duty is not { } duty || holds(duty));

    /// <summary>Whether this person, in the role they act in, is offered the link.</summary>
    public bool IsFor(Actor actor) => IsFor(r => r == actor.Role.ToString(), actor.Has);
}
