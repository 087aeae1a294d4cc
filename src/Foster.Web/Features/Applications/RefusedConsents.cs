using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;

namespace Foster.Web.Features.Applications;

/// <summary>
/// A mandatory check that an applicant refuses, or takes their consent to it back, is for the team manager to decide
/// about within the days of the rule (R-APP-05). The caller saves and writes the history of the refusal.
/// </summary>
public sealed class RefusedConsents(DeadlineBook deadlines)
{
    public static bool IsMandatory(string checkKey) =>
        ConsentWordings.Find(checkKey) is { Mandatory: true };

    /// <summary>The last answer about each mandatory check that this applicant refuses, or to which they took the consent back.</summary>
    public static IEnumerable<Consent> Of(ApplicantFacts who) =>
        ConsentWordings
            .AskedOf(who.Part.ApprovedElsewhere)
            .Where(w => w.Mandatory)
            .Select(w => who.Consents.Where(c => c.CheckKey == w.CheckKey).Latest())
            .OfType<Consent>()
            .Where(c => !c.IsLive);

    /// <summary>Puts the decision before the team manager. The date names the check and not the person.</summary>
    public Task AskAsync(Consent refused, DateOnly on, CancellationToken ct) =>
        deadlines.OpenAsync(
            refused.CouncilId,
            refused.CaseId,
            refused.Id,
            DeadlineRules.RefusedConsentDecision,
            on,
            Role.TeamManager,
            ct,
            title: $"Decide how to go on without: {ConsentWordings.Find(refused.CheckKey)?.Name}"
        );
}
