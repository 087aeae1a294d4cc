namespace Foster.Browser;

/// <summary>
/// Pages that no link leads to, with an address of each and the reason. A page that is neither linked nor named here
/// is out of everybody's reach.
/// </summary>
internal static class Unlinked
{
    /// <summary>Said of a page in place of what linked to it.</summary>
    public const string Known = "known to be there";

    /// <summary>Pages in the middle of something that no walk can be in; who sees to them stands beside each.</summary>
    public static IReadOnlySet<string> Elsewhere { get; } =
        new HashSet<string>
        {
            // Behind links that are sent when somebody asks for them: the tests of the accounts follow them.
            "/reset-password/{token}",
            "/confirm-email/{token}",
            "/staff-invitation/{token}",
            // The demonstration has no logo, no alert, no restricted case without a holder and none at panel.
            "/logos/{logoId:guid}",
            "/admin/alerts/{alertId:guid}",
            // Nor a bank holiday that somebody entered: AdministrationTests take one out.
            "/admin/council/bank-holidays/{on}/remove",
            "/admin/restricted/{caseId:guid}",
            "/panel/items/{itemId:guid}/hearers",
            // No job of the demonstration is paused: the tests of the jobs pages pause one.
            "/admin/jobs/{key}/go-on",
            // No message of the demonstration is in the council's own words: TemplatePagesTests go back from some.
            "/admin/messages/{key}/back",
            // Nobody of the demonstration is disabled or has lost a second step: PeopleTests look at both.
            "/admin/people/{accountId:guid}/enable",
            "/admin/people/{accountId:guid}/confirm-reset",
            // A copy that two people have looked at: the tests of the records pages download one.
            "/staff/cases/{caseId:guid}/subject-access/{accessId:guid}/file",
            // Nobody of the demonstration has asked for a copy: SubjectAccessTests withdraw one and download one.
            "/account/your-data/{accessId:guid}/file",
            "/account/your-data/{accessId:guid}/withdraw",
            // No restricted enquiry of the demonstration is open to an intake officer: RestrictedPanelTests name people.
            "/staff/cases/{caseId:guid}/people",
            // Nobody of the demonstration has spoken with that family: ConnectedTests and DeskWalkTests go on from there.
            "/staff/connected/{caseId:guid}/assess",
            // Nobody of the demonstration has refused a check: ConsentTests decide on one.
            "/staff/applications/{caseId:guid}/consents/{consentId:guid}",
            // Nobody of the demonstration is away: CoverTests end covers.
            "/staff/cover/{coverId:guid}/end",
            // Stopping in the middle of an enquiry leads there, and a message to the link: ComeBackTests follow both.
            "/enquire/save",
            "/enquire/saved",
            "/enquire/come-back/{token}",
            // Nobody of the demonstration asked the wrong service, nor said that two enquirers are different people:
            // PreviousApprovalTests and DuplicateTests take both back.
            "/staff/assessments/{caseId:guid}/former-services/{approvalId:guid}/remove",
            "/staff/enquiries/{caseId:guid}/alike/{otherCaseId:guid}/again",
            // A booking leads there: EventTests book.
            "/events/{eventId:guid}/booked",
            // Nobody of the demonstration has booked: BookingPagesTests look at a booking and cancel one.
            "/staff/events/bookings/{bookingId:guid}/look",
            "/staff/events/bookings/{bookingId:guid}/cancel",
        };

    public static IReadOnlyDictionary<string, string> Pages { get; } =
        new Dictionary<string, string>
        {
            // An answer leads there: born less than 18 years ago.
            ["/enquire/not-yet"] = "/enquire/not-yet",
            // Leaving one's address for later leads there.
            ["/can-i-foster/not-now/kept"] = "/can-i-foster/not-now/kept",
            // Answers that were kept too long lead there.
            ["/enquire/start-again"] = "/enquire/start-again",
            // The button of every page posts there; opened, it asks once more.
            ["/account/sign-out"] = "/account/sign-out",
            // A second lock in front of some pages, and what the warning before the end of a session asks.
            ["/account/confirm"] = "/account/confirm",
            ["/account/extend"] = "/account/extend",
            ["/account/time"] = "/account/time",
            // Steps of signing in. Out of turn they say where to begin; in turn they are looked at by SignInTests.
            ["/sign-in/code"] = "/sign-in/code",
            ["/sign-in/recovery-code"] = "/sign-in/recovery-code",
            ["/sign-in/council"] = "/sign-in/council",
            // Signing out leads there.
            ["/signed-out"] = "/signed-out",
            // Every refusal shows it.
            ["/status/{code:int:range(400,599)}"] = "/no-such-page",
        };

    /// <summary>Routes of the program that nobody reached, and known ones that need not be named any more.</summary>
    public static IEnumerable<string> Against(
        IEnumerable<string> routes,
        IReadOnlySet<string> linked,
        IReadOnlySet<string> visited
    ) =>
        routes
            .Where(r => !linked.Contains(r) && !Pages.ContainsKey(r) && !Elsewhere.Contains(r))
            .Select(r => $"no link leads to {r}")
            .Concat(
                Pages
                    .Keys.Concat(Elsewhere)
                    .Where(linked.Contains)
                    .Select(r => $"a link leads to {r} after all")
            )
            .Concat(Pages.Keys.Where(r => !visited.Contains(r)).Select(r => $"nobody saw {r}"));
}
