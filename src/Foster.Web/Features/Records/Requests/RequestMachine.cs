using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;
using static Foster.Web.Features.Records.Requests.RequestState;

namespace Foster.Web.Features.Records.Requests;

public enum RequestState
{
    Received,
    ConsentAsked,
    Sent,
    Refused,
}

public enum RequestVerb
{
    AskConsent,
    SeeConsent,
    Send,
    Refuse,
}

/// <summary>The state table of what another service asks us for.</summary>
public static class RequestMachine
{
    /// <summary>Whoever opens the letter: those who know the people of our cases.</summary>
    public static IReadOnlyList<Role> Takers { get; } =
    [
        Role.RecruitmentOfficer,
        Role.Assessor,
        Role.SupervisingSocialWorker,
        Role.PanelAdviser,
        Role.TeamManager,
    ];

    private static readonly Role[] Senders = [Role.PanelAdviser, Role.TeamManager];

    public static StateMachine<RequestState, RequestVerb> Table { get; } =
        new(
            "Request from another service",
            Words,
            Words,
            Row(
                RequestVerb.AskConsent,
                [Received],
                ConsentAsked,
                Takers,
                "The day on which they were asked"
            ),
            Row(
                RequestVerb.SeeConsent,
                [Received, ConsentAsked],
                Received,
                Takers,
                "The day on which it was seen"
            ),
            Row(
                RequestVerb.Send,
                [Received, ConsentAsked],
                Sent,
                Senders,
                "Their consent was seen; what was given and how"
            ),
            Row(
                RequestVerb.Refuse,
                [Received, ConsentAsked],
                Refused,
                [Role.TeamManager],
                "A reason code and reasons"
            )
        );

    /// <summary>A state as it follows «it is …».</summary>
    public static string Words(RequestState state) =>
        state switch
        {
            Received => "received",
            ConsentAsked => "waiting for their consent",
            Sent => "sent",
            _ => "refused",
        };

    /// <summary>An act as it follows «you cannot …».</summary>
    public static string Words(RequestVerb verb) =>
        verb switch
        {
            RequestVerb.AskConsent => "ask for the consent",
            RequestVerb.SeeConsent => "record the consent",
            RequestVerb.Send => "record what was sent",
            _ => "refuse the request",
        };

    private static Transition<RequestState, RequestVerb> Row(
        RequestVerb verb,
        IReadOnlyList<RequestState> from,
        RequestState to,
        IReadOnlyList<Role> by,
        string guard
    ) => new("R-TRF-06", verb, from, to, by, guard);
}
