using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Messages;

/// <summary>The words of messages, which administrators look after.</summary>
public sealed class MessagesNavigation : INavigation
{
    public IEnumerable<NavigationItem> Items => [new("admin", "Messages", MessageLinks.Words, 14)];
}
