using Foster.Web.Features.Records.Requests;
using Foster.Web.Foundation.Actors;

namespace Foster.Web.Features.Records.Staff;

/// <summary>An act on a request as its page offers it.</summary>
public sealed record RequestPageAct(
    string Slug,
    RequestVerb Verb,
    string Heading,
    string Explains,
    string Button
)
{
    public bool Offered(RecordsRequest request, Role role) =>
        request.Against(Verb, role).Count == 0
        && (Verb is not RequestVerb.SeeConsent || request.ConsentSeenOn is null)
        && (Verb is not RequestVerb.AskConsent || request.ConsentSeenOn is null);
}

public static class RequestPageActs
{
    public static IReadOnlyList<RequestPageAct> All { get; } =
    [
        new(
            "consent-asked",
            RequestVerb.AskConsent,
            "Record that you asked for their consent",
            "The clock goes on: the service is still owed an answer by its day.",
            "Record that you asked"
        ),
        new(
            "consent-seen",
            RequestVerb.SeeConsent,
            "Record their consent",
            "Only what they agreed to may be sent.",
            "Record the consent"
        ),
        new(
            "send",
            RequestVerb.Send,
            "Record what was sent",
            "The clock ends. They read on their own page that a service was given what it asked for.",
            "Record it as sent"
        ),
        new(
            "refuse",
            RequestVerb.Refuse,
            "Refuse the request",
            "Access is a duty where they agreed (R-TRF-06), so the reasons stand in the history. Tell the service yourself.",
            "Refuse the request"
        ),
    ];

    public static RequestPageAct? Find(string slug) => All.FirstOrDefault(a => a.Slug == slug);
}
