using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Records.Requests;

/// <summary>Requests from other services in words.</summary>
public static class RequestWords
{
    public static IReadOnlyList<Option<RequestFor>> Fors { get; } =
    [
        new(RequestFor.Records, "Access to our records", "Within 15 working days (R-TRF-06)"),
        new(
            RequestFor.Reference,
            "A written reference",
            "Within 28 days by the protocol (R-TRF-07). It is mandatory for them where we approved the person in the last 12 months (R-TRF-05)"
        ),
    ];

    public static IReadOnlyList<Option<RequestAbout>> Abouts { get; } =
    [
        new(RequestAbout.Carer, "They foster for us"),
        new(RequestAbout.FormerCarer, "They fostered for us"),
        new(RequestAbout.Applicant, "They applied to us"),
    ];

    public static IReadOnlyList<Option<RequestRefusal>> Refusals { get; } =
    [
        new(RequestRefusal.NoConsent, "They do not agree"),
        new(RequestRefusal.NotOurs, "We hold no records of them"),
        new(RequestRefusal.NotEntitled, "Whoever asks is no fostering service or adoption agency"),
        new(RequestRefusal.Withdrawn, "The service takes its request back"),
        new(RequestRefusal.Other, "Another reason"),
    ];

    public static IReadOnlyList<Option<RequestState>> States { get; } =
    [.. Enum.GetValues<RequestState>().Select(s => new Option<RequestState>(s, Title(s)))];

    public static string Of<T>(IReadOnlyList<Option<T>> options, T value)
        where T : notnull => options.First(o => o.Value.Equals(value)).Label;

    public static string Title(RequestState state)
    {
        var words = RequestMachine.Words(state);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
