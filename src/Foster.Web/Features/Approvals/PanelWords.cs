using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Approvals;

/// <summary>What things are called on panel's and the decision maker's pages.</summary>
public static class PanelWords
{
    public static string Title(this PanelCapacity capacity) =>
        capacity switch
        {
            PanelCapacity.ViceChair => "Vice-chair",
            PanelCapacity.SocialWorker => "Social worker with three years' experience",
            PanelCapacity.Independent => "Independent member",
            PanelCapacity.Other => "Member",
            _ => "Chair",
        };

    public static string Title(this RecommendationOutcome outcome) =>
        outcome switch
        {
            RecommendationOutcome.Approve => "Approve, with terms",
            RecommendationOutcome.NotApprove => "Do not approve",
            _ => "Deferred",
        };

    /// <summary>Why panel defers, by code (R-VAL-06).</summary>
    public static IReadOnlyList<Option<string>> DeferCodes { get; } =
    [
        new("more-information", "More information is needed"),
        new("report-quality", "The report has to be improved"),
        new("check-outstanding", "A check or reference is outstanding"),
        new("late-papers", "The papers came too late"),
        new("not-quorate", "Panel was not quorate"),
        new("applicant-asked", "The applicants asked for another date"),
    ];

    /// <summary>Why the decision maker returns a case, by code (R-VAL-06).</summary>
    public static IReadOnlyList<Option<string>> ReturnCodes { get; } =
    [
        new("more-information", "More information is needed"),
        new("assessment-incomplete", "The assessment has to be completed"),
        new("reasons-unclear", "Panel's reasons are not clear enough"),
        new("circumstances-changed", "Something has changed since panel met"),
    ];

    public static string Label(IReadOnlyList<Option<string>> codes, string? code) =>
        codes.FirstOrDefault(c => c.Value == code)?.Label ?? "";

    /// <summary>Kinds of fostering that terms may name (R-TERMS-01).</summary>
    public static IReadOnlyList<Option<string>> Kinds { get; } =
    [
        new("short term", "Short term"),
        new("long term", "Long term"),
        new("short breaks", "Short breaks"),
        new("emergency", "Emergency"),
        new("parent and child", "Parent and child"),
        new("bridging", "Bridging to adoption or another family"),
    ];
}
