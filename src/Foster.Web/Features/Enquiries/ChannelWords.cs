namespace Foster.Web.Features.Enquiries;

/// <summary>Channels as people say them.</summary>
public static class ChannelWords
{
    /// <summary>What can be chosen where people are asked how they heard of us.</summary>
    public static IReadOnlyList<string> HeardFrom { get; } =
    [.. Public.FosteringQuestions.HowHeard.Options.Select(o => o.Label)];

    public static string Of(Channel channel) =>
        channel switch
        {
            Channel.Web => "the website",
            Channel.Telephone => "telephone",
            Channel.Event => "an event",
            Channel.Email => "email",
            Channel.HubPartner => "the regional hub",
            _ => "in person",
        };
}
