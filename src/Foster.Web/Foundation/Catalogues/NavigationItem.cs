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

    /// <summary>Whether this person, in the role they act in, is offered the link.</summary>
    public bool IsFor(Actor? actor) =>
        (Roles.Length == 0 || (actor is not null && Roles.Contains(actor.Role.ToString())))
        && (Duty is not { } duty || actor?.Has(duty) == true);
}
